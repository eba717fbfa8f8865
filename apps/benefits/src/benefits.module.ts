import { Module } from '@nestjs/common';
import { aggregate, reader } from '@salvatempo/runtime';
import { BillFirmConsumer } from './bill-firm/bill-firm.consumer';
import { addDebtSlice, firmBill } from './bill-firm/firm-bill.aggregate';
import { ReadBillController } from './bill-firm/read-bill.controller';
import { addCreditSlice } from './credit-people/add-credit.decider';
import { CreditPeopleController } from './credit-people/credit-people.controller';
import { completeRunSlice, creditRun, startRunSlice } from './credit-people/credit-run.aggregate';
import { CreditRunConsumer } from './credit-people/credit-run.consumer';
import { account } from './domain/account';
import { FirmPeopleConsumer } from './firm-people/firm-people.consumer';
import { firmPeople } from './firm-people/firm-people.projection';
import { HoldCreditConsumer } from './hold-credit/hold-credit.consumer';
import { holdCreditSlice } from './hold-credit/hold-credit.decider';
import { pinCreditSlice } from './hold-credit/pin-credit.decider';
import { expireHoldsSlice, releaseCreditSlice } from './hold-credit/release-credit.decider';
import { spendCreditSlice } from './hold-credit/spend-credit.decider';
import { OpenPlanController } from './open-plan/open-plan.controller';
import { openPlanSlice, plan } from './open-plan/plan.aggregate';
import { planList } from './open-plan/plan-list.projection';
import { accountList } from './read-accounts/account-list.projection';
import { BenefitsListsConsumer } from './read-accounts/benefits-lists.consumer';
import { ReadAccountsController } from './read-accounts/read-accounts.controller';
import { ReadLedgerController } from './read-accounts/read-ledger.controller';
import { ThresholdRules } from './threshold-rules/threshold-rules.table';
import { WithdrawCreditController } from './withdraw-credit/withdraw-credit.controller';
import { withdrawCreditSlice } from './withdraw-credit/withdraw-credit.decider';

@Module({
  controllers: [
    OpenPlanController,
    CreditPeopleController,
    WithdrawCreditController,
    ReadAccountsController,
    ReadLedgerController,
    ReadBillController,
    CreditRunConsumer,
    HoldCreditConsumer,
    BillFirmConsumer,
    FirmPeopleConsumer,
    BenefitsListsConsumer,
  ],
  providers: [
    aggregate(plan, openPlanSlice),
    aggregate(creditRun, startRunSlice, completeRunSlice),
    aggregate(account, addCreditSlice, withdrawCreditSlice, holdCreditSlice, pinCreditSlice, spendCreditSlice, releaseCreditSlice, expireHoldsSlice),
    aggregate(firmBill, addDebtSlice),
    reader(firmPeople),
    reader(planList),
    reader(accountList),
    ThresholdRules,
  ],
})
export class BenefitsModule {}
