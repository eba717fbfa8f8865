import { Module } from '@nestjs/common';
import { aggregate, reader } from '@salvatempo/runtime';
import { AccreditProviderController } from './accredit-provider/accredit-provider.controller';
import { accreditProviderSlice } from './accredit-provider/accredit-provider.decider';
import { CallsConsumer } from './declare-work/calls.consumer';
import { calls } from './declare-work/calls.projection';
import { DeclareWorkController } from './declare-work/declare-work.controller';
import { declareWorkSlice } from './declare-work/declare-work.decider';
import { WorkListConsumer } from './declare-work/work-list.consumer';
import { workList } from './declare-work/work-list.projection';
import { offer } from './domain/offer';
import { offerImport } from './domain/offer-import';
import { order } from './domain/order';
import { provider } from './domain/provider';
import { statement } from './domain/statement';
import { workDeclaration } from './domain/work-declaration';
import { CompleteOrderController } from './fulfil-orders/complete-order.controller';
import { completeOrderSlice } from './fulfil-orders/complete-order.decider';
import { OpenOrderConsumer } from './fulfil-orders/open-order.consumer';
import { openOrderSlice } from './fulfil-orders/open-order.decider';
import { acceptImportSlice } from './import-offers/accept-import.decider';
import { completeImportSlice } from './import-offers/complete-import.decider';
import { ImportOffersConsumer } from './import-offers/import-offers.consumer';
import { ImportOffersController } from './import-offers/import-offers.controller';
import { publishOfferSlice } from './import-offers/publish-offer.decider';
import { ReadImportController } from './import-offers/read-import.controller';
import { addEntrySlice } from './keep-statements/add-entry.decider';
import { KeepStatementsConsumer } from './keep-statements/keep-statements.consumer';
import { OfferListConsumer } from './read-offers/offer-list.consumer';
import { offerList } from './read-offers/offer-list.projection';
import { ReadOffersController } from './read-offers/read-offers.controller';
import { OrderListConsumer } from './read-orders/order-list.consumer';
import { orderList } from './read-orders/order-list.projection';
import { ReadOrdersController } from './read-orders/read-orders.controller';
import { ProviderListConsumer } from './read-providers/provider-list.consumer';
import { providerList } from './read-providers/provider-list.projection';
import { ProviderNames } from './read-providers/provider-names.handler';
import { ReadProvidersController } from './read-providers/read-providers.controller';
import { ReadStatementsController } from './read-statements/read-statements.controller';
import { StatementEntriesConsumer } from './read-statements/statement-entries.consumer';
import { statementEntries } from './read-statements/statement-entries.projection';
import { StatementListConsumer } from './read-statements/statement-list.consumer';
import { statementList } from './read-statements/statement-list.projection';
import { RegisterProviderController } from './register-provider/register-provider.controller';
import { registerProviderSlice } from './register-provider/register-provider.decider';
import { NetworkPricesController } from './set-network-price/network-prices.controller';
import { NetworksConsumer } from './set-network-price/networks.consumer';
import { networks } from './set-network-price/networks.projection';
import { setNetworkPriceSlice } from './set-network-price/set-network-price.decider';

@Module({
  controllers: [
    ReadOffersController,
    RegisterProviderController,
    AccreditProviderController,
    ReadProvidersController,
    ImportOffersController,
    ReadImportController,
    NetworkPricesController,
    CompleteOrderController,
    ReadOrdersController,
    ReadStatementsController,
    DeclareWorkController,
    ImportOffersConsumer,
    OpenOrderConsumer,
    KeepStatementsConsumer,
    ProviderListConsumer,
    OfferListConsumer,
    NetworksConsumer,
    OrderListConsumer,
    StatementListConsumer,
    StatementEntriesConsumer,
    CallsConsumer,
    WorkListConsumer,
  ],
  providers: [
    aggregate(provider, registerProviderSlice, accreditProviderSlice),
    aggregate(offerImport, acceptImportSlice, completeImportSlice),
    aggregate(offer, publishOfferSlice, setNetworkPriceSlice),
    aggregate(order, openOrderSlice, completeOrderSlice),
    aggregate(statement, addEntrySlice),
    aggregate(workDeclaration, declareWorkSlice),
    reader(providerList),
    reader(offerList),
    reader(networks),
    reader(orderList),
    reader(statementList),
    reader(statementEntries),
    reader(calls),
    reader(workList),
    ProviderNames,
  ],
})
export class ProvidersModule {}
