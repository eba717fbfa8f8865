import { Module } from '@nestjs/common';
import { aggregate, reader } from '@salvatempo/runtime';
import { purchase } from './domain/purchase';
import { heldSlice } from './hold-purchase/held.decider';
import { pinnedSlice } from './hold-purchase/pinned.decider';
import { notIssuedSlice, refusedSlice, timedOutSlice, withdrawnSlice } from './hold-purchase/refused.decider';
import { confirmedSlice } from './issue-purchase/confirmed.decider';
import { HoldingNewsConsumer } from './purchase-news/holding-news.consumer';
import { PurchaseNews } from './purchase-news/purchase-news.handler';
import { VoucherNewsConsumer } from './purchase-news/voucher-news.consumer';
import { WorkNewsConsumer } from './purchase-news/work-news.consumer';
import { AccountHoursConsumer } from './quote-purchase/account-hours.consumer';
import { accountHours } from './quote-purchase/account-hours.projection';
import { AccountsConsumer } from './quote-purchase/accounts.consumer';
import { accounts } from './quote-purchase/accounts.projection';
import { AllotmentsConsumer } from './quote-purchase/allotments.consumer';
import { allotments } from './quote-purchase/allotments.projection';
import { EmploymentsConsumer } from './quote-purchase/employments.consumer';
import { employments } from './quote-purchase/employments.projection';
import { NetworksConsumer } from './quote-purchase/networks.consumer';
import { networks } from './quote-purchase/networks.projection';
import { OffersConsumer } from './quote-purchase/offers.consumer';
import { offers } from './quote-purchase/offers.projection';
import { PersonCapsConsumer } from './quote-purchase/person-caps.consumer';
import { personCaps } from './quote-purchase/person-caps.projection';
import { OwnPurchasesConsumer } from './own-purchases/own-purchases.consumer';
import { OwnPurchasesController } from './own-purchases/own-purchases.controller';
import { ownPurchases } from './own-purchases/own-purchases.projection';
import { PayBackTransferController } from './pay-back-transfer/pay-back-transfer.controller';
import { payBackTransferSlice } from './pay-back-transfer/paid-back.decider';
import { FirmOwnersConsumer } from './quote-own-purchase/firm-owners.consumer';
import { firmOwners } from './quote-own-purchase/firm-owners.projection';
import { QuoteOwnPurchaseController } from './quote-own-purchase/quote-own-purchase.controller';
import { QuotePurchaseController } from './quote-purchase/quote-purchase.controller';
import { Quotes } from './quote-purchase/quotes.handler';
import { PurchaseListConsumer } from './read-purchases/purchase-list.consumer';
import { purchaseList } from './read-purchases/purchase-list.projection';
import { ReadPurchasesController } from './read-purchases/read-purchases.controller';
import { recordTransferSlice } from './record-transfer/received.decider';
import { RecordTransferController } from './record-transfer/record-transfer.controller';
import { RequestOwnPurchaseController } from './request-own-purchase/request-own-purchase.controller';
import { BeginPurchase } from './request-purchase/begin-purchase.handler';
import { RequestPurchaseController } from './request-purchase/request-purchase.controller';
import { requestPurchaseSlice } from './request-purchase/request-purchase.decider';
import { endedSlice } from './return-purchase/ended.decider';
import { releasedSlice } from './return-purchase/released.decider';
import { fulfilledSlice } from './settle-purchase/fulfilled.decider';
import { paidSlice } from './settle-purchase/paid.decider';
import { redeemedSlice } from './settle-purchase/redeemed.decider';
import { TryPurchaseRuleController } from './try-purchase-rule/try-purchase-rule.controller';
import { WithdrawPurchaseController } from './withdraw-purchase/withdraw-purchase.controller';

@Module({
  controllers: [
    QuotePurchaseController,
    QuoteOwnPurchaseController,
    RequestPurchaseController,
    RequestOwnPurchaseController,
    OwnPurchasesController,
    WithdrawPurchaseController,
    RecordTransferController,
    PayBackTransferController,
    ReadPurchasesController,
    TryPurchaseRuleController,
    HoldingNewsConsumer,
    VoucherNewsConsumer,
    WorkNewsConsumer,
    OffersConsumer,
    AllotmentsConsumer,
    PersonCapsConsumer,
    AccountHoursConsumer,
    AccountsConsumer,
    EmploymentsConsumer,
    NetworksConsumer,
    FirmOwnersConsumer,
    PurchaseListConsumer,
    OwnPurchasesConsumer,
  ],
  providers: [
    aggregate(
      purchase,
      requestPurchaseSlice,
      heldSlice,
      pinnedSlice,
      refusedSlice,
      notIssuedSlice,
      timedOutSlice,
      withdrawnSlice,
      recordTransferSlice,
      payBackTransferSlice,
      confirmedSlice,
      redeemedSlice,
      fulfilledSlice,
      paidSlice,
      endedSlice,
      releasedSlice,
    ),
    reader(offers),
    reader(allotments),
    reader(personCaps),
    reader(accountHours),
    reader(accounts),
    reader(employments),
    reader(networks),
    reader(firmOwners),
    reader(purchaseList),
    reader(ownPurchases),
    PurchaseNews,
    Quotes,
    BeginPurchase,
  ],
})
export class MarketplaceModule {}
