import { Module } from '@nestjs/common';
import { aggregate, reader } from '@salvatempo/runtime';
import { purchase } from './domain/purchase';
import { heldSlice } from './hold-purchase/held.decider';
import { pinnedSlice } from './hold-purchase/pinned.decider';
import { notIssuedSlice, refusedSlice, timedOutSlice } from './hold-purchase/refused.decider';
import { confirmedSlice } from './issue-purchase/confirmed.decider';
import { HoldingNewsConsumer } from './purchase-news/holding-news.consumer';
import { PurchaseNews } from './purchase-news/purchase-news.handler';
import { VoucherNewsConsumer } from './purchase-news/voucher-news.consumer';
import { WorkNewsConsumer } from './purchase-news/work-news.consumer';
import { AccountsConsumer } from './quote-purchase/accounts.consumer';
import { accounts } from './quote-purchase/accounts.projection';
import { AllotmentsConsumer } from './quote-purchase/allotments.consumer';
import { allotments } from './quote-purchase/allotments.projection';
import { EmploymentsConsumer } from './quote-purchase/employments.consumer';
import { employments } from './quote-purchase/employments.projection';
import { OffersConsumer } from './quote-purchase/offers.consumer';
import { offers } from './quote-purchase/offers.projection';
import { PersonCapsConsumer } from './quote-purchase/person-caps.consumer';
import { personCaps } from './quote-purchase/person-caps.projection';
import { QuotePurchaseController } from './quote-purchase/quote-purchase.controller';
import { Quotes } from './quote-purchase/quotes.handler';
import { PurchaseListConsumer } from './read-purchases/purchase-list.consumer';
import { purchaseList } from './read-purchases/purchase-list.projection';
import { ReadPurchasesController } from './read-purchases/read-purchases.controller';
import { RequestPurchaseController } from './request-purchase/request-purchase.controller';
import { requestPurchaseSlice } from './request-purchase/request-purchase.decider';
import { endedSlice } from './return-purchase/ended.decider';
import { releasedSlice } from './return-purchase/released.decider';
import { fulfilledSlice } from './settle-purchase/fulfilled.decider';
import { paidSlice } from './settle-purchase/paid.decider';
import { redeemedSlice } from './settle-purchase/redeemed.decider';
import { TryPurchaseRuleController } from './try-purchase-rule/try-purchase-rule.controller';

@Module({
  controllers: [
    QuotePurchaseController,
    RequestPurchaseController,
    ReadPurchasesController,
    TryPurchaseRuleController,
    HoldingNewsConsumer,
    VoucherNewsConsumer,
    WorkNewsConsumer,
    OffersConsumer,
    AllotmentsConsumer,
    PersonCapsConsumer,
    AccountsConsumer,
    EmploymentsConsumer,
    PurchaseListConsumer,
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
    reader(accounts),
    reader(employments),
    reader(purchaseList),
    PurchaseNews,
    Quotes,
  ],
})
export class MarketplaceModule {}
