import { Module } from '@nestjs/common';
import { TestFileScanner, VIRUS_SCANNER } from '@salvatempo/http';
import { aggregate, reader } from '@salvatempo/runtime';
import { AppointValidatorController } from './appoint-validator/appoint-validator.controller';
import { appointValidatorSlice, claimsValidators } from './appoint-validator/appoint-validator.decider';
import { accountAggregate } from './account.aggregate';
import { AppointPayrollController } from './appoint-payroll/appoint-payroll.controller';
import { appointPayrollSlice, payrollStaff } from './appoint-payroll/appoint-payroll.decider';
import { AskContributionController } from './ask-contribution/ask-contribution.controller';
import { askContributionSlice, noteContributionCreditSlice } from './ask-contribution/ask-contribution.decider';
import { BillFirmConsumer } from './bill-firm/bill-firm.consumer';
import { addDebtSlice, firmBill } from './bill-firm/firm-bill.aggregate';
import { ReadBillController } from './bill-firm/read-bill.controller';
import { CallOffRunController } from './call-off-run/call-off-run.controller';
import { CheckContributionController } from './check-contribution/check-contribution.controller';
import { OwnLimitsController } from './check-contribution/own-limits.controller';
import { ContributionLimits } from './check-contribution/contribution-limits.table';
import { ChooseAboveThresholdController } from './choose-above-threshold/choose-above-threshold.controller';
import { chooseAboveThresholdSlice, thresholdChoice } from './choose-above-threshold/threshold-choice.aggregate';
import { ThresholdChoices } from './choose-above-threshold/threshold-choices.handler';
import { ChoosePremiumController } from './choose-premium/choose-premium.controller';
import { choosePremiumSlice, lapsePremiumSlice } from './choose-premium/choose-premium.decider';
import { ConvertedPremiumsConsumer } from './choose-premium/converted-premiums.consumer';
import { ClosePayrollMonthController } from './close-payroll-month/close-payroll-month.controller';
import { closePayrollMonthSlice, payrollClosing } from './close-payroll-month/payroll-closing.aggregate';
import { payrollClosings } from './close-payroll-month/payroll-closings.projection';
import { boughtBenefits, reimbursedClaims } from './close-payroll-month/payroll-entries.projection';
import { PayrollFacts } from './close-payroll-month/payroll-facts.handler';
import { PayrollConsumer } from './close-payroll-month/payroll.consumer';
import { CoverCreditConsumer } from './cover-credit/cover-credit.consumer';
import { RoomForRun } from './cover-credit/room-for-run.handler';
import { SuspendedCredit } from './cover-credit/suspended-credit.handler';
import { coverAggregate } from './cover.aggregate';
import { CreditPeopleController } from './credit-people/credit-people.controller';
import { askAgainSlice, awaitTransferSlice, cancelRunSlice, completeRunSlice, creditRun, putOffRunSlice, releaseRunSlice, startRunSlice } from './credit-people/credit-run.aggregate';
import { CreditRunConsumer } from './credit-people/credit-run.consumer';
import { CreditGroupController } from './credit-group/credit-group.controller';
import { GroupPeople } from './credit-group/group-people.handler';
import { ClaimDocuments } from './count-document/claim-documents.handler';
import { countUseSlice, documentUse } from './count-document/count-use.decider';
import { AnswerClaimController } from './decide-claim/answer-claim.controller';
import { approveClaimSlice, noteReimbursementSlice } from './decide-claim/approve-claim.decider';
import { DecideClaimController } from './decide-claim/decide-claim.controller';
import { askIntegrationSlice, commentClaimSlice, integrateClaimSlice } from './decide-claim/integrate-claim.decider';
import { appealClaimSlice, expireIntegrationSlice, rejectClaimSlice } from './decide-claim/reject-claim.decider';
import { ExpiriesController } from './forecast-credit/expiries.controller';
import { FirmForecastController } from './forecast-credit/firm-forecast.controller';
import { PlansOfLots } from './forecast-credit/plans-of-lots.handler';
import { DeclareYearController } from './declare-year/declare-year.controller';
import { account } from './domain/account';
import { claim } from './domain/claim';
import { contribution } from './domain/contribution';
import { mealMonth } from './domain/meal-voucher';
import { premium } from './domain/premium';
import { premiumYear } from './domain/premium-year';
import { claimDocument } from './domain/claim-document';
import { FirmPeopleConsumer } from './firm-people/firm-people.consumer';
import { firmPeople } from './firm-people/firm-people.projection';
import { holdPremiumCapSlice, lookAfterHoldsSlice, releasePremiumCapSlice } from './hold-premium-cap/hold-premium-cap.decider';
import { PremiumCapsConsumer } from './hold-premium-cap/premium-caps.consumer';
import { settlePremiumCapSlice } from './hold-premium-cap/settle-premium-cap.decider';
import { HoldCreditConsumer } from './hold-credit/hold-credit.consumer';
import { proformaList } from './issue-proforma/proforma-list.projection';
import { cancelProformaSlice, issueProformaSlice, proforma } from './issue-proforma/proforma.aggregate';
import { ReadProformasController } from './issue-proforma/read-proformas.controller';
import { ImportPremiumsConsumer } from './import-premiums/import-premiums.consumer';
import { ImportPremiumsController } from './import-premiums/import-premiums.controller';
import { PremiumFiles } from './import-premiums/premium-file.handler';
import { PreviewPremiumsController } from './import-premiums/preview-premiums.controller';
import { offerPremiumSlice } from './import-premiums/offer-premium.decider';
import { acceptPremiumsSlice, completePremiumsSlice, premiumImport } from './import-premiums/premium-import.aggregate';
import { DroppedDocumentsConsumer } from './keep-document/dropped-documents.consumer';
import { KeepDocumentController } from './keep-document/keep-document.controller';
import { attachDocumentSlice, dropDocumentSlice, keepDocumentSlice } from './keep-document/keep-document.decider';
import { OpenPlanController } from './open-plan/open-plan.controller';
import { draftPlanSlice, openPlanSlice, plan, publishPlanSlice } from './open-plan/plan.aggregate';
import { planList } from './open-plan/plan-list.projection';
import { PayContributionController } from './pay-contribution/pay-contribution.controller';
import { payContributionSlice, refuseContributionSlice } from './pay-contribution/pay-contribution.decider';
import { PayrollFilesController } from './payroll-files/payroll-files.controller';
import { PayrollYears } from './payroll-files/payroll-years.handler';
import { accountList } from './read-accounts/account-list.projection';
import { AccountsConsumer } from './read-accounts/accounts.consumer';
import { BenefitsListsConsumer } from './read-accounts/benefits-lists.consumer';
import { ClaimListsConsumer } from './read-claims/claim-lists.consumer';
import { claimQueue, firmReimbursements, ownClaims } from './read-claims/claim-lists.projection';
import { PublishPlanController } from './publish-plan/publish-plan.controller';
import { ReadPlansController } from './read-plans/read-plans.controller';
import { ReadClaimsController } from './read-claims/read-claims.controller';
import { ContributionListsConsumer } from './read-contributions/contribution-lists.consumer';
import { firmContributions, ownContributions, paidContributions } from './read-contributions/contribution-lists.projection';
import { ReadContributionsController } from './read-contributions/read-contributions.controller';
import { AnnouncedCreditController } from './read-cover/announced-credit.controller';
import { CoverListsConsumer } from './read-cover/cover-lists.consumer';
import { firmCovers } from './read-cover/firm-covers.projection';
import { ReadCoverController } from './read-cover/read-cover.controller';
import { waitingRuns } from './read-cover/waiting-runs.projection';
import { ReadExpenseTypesController } from './read-expense-types/read-expense-types.controller';
import { ReadAccountsController } from './read-accounts/read-accounts.controller';
import { ReadLedgerController } from './read-accounts/read-ledger.controller';
import { AccountOnDay } from './read-balance/account-on.handler';
import { ReadBalanceController } from './read-balance/read-balance.controller';
import { ReadResiduesController } from './read-residues/read-residues.controller';
import { residues } from './read-residues/residues.projection';
import { PremiumRules } from './premium-rules/premium-rules.table';
import { PremiumListsConsumer } from './read-premiums/premium-lists.consumer';
import { firmPremiums, ownPremiums } from './read-premiums/premium-lists.projection';
import { PremiumsElsewhere } from './read-premiums/premiums-elsewhere.handler';
import { ReadPremiumsController } from './read-premiums/read-premiums.controller';
import { premiumContract, recordPremiumContractSlice } from './record-premium-contract/premium-contract.aggregate';
import { premiumContracts } from './record-premium-contract/premium-contracts.projection';
import { MealListsConsumer } from './record-meals/meal-lists.consumer';
import { firmMeals, ownMeals } from './record-meals/meal-months.projection';
import { MealRules } from './record-meals/meal-rules.table';
import { RecordMealsController } from './record-meals/record-meals.controller';
import { recordMealsSlice } from './record-meals/record-meals.decider';
import { RecordPremiumContractController } from './record-premium-contract/record-premium-contract.controller';
import { expiryReminders } from './remind-expiry/expiry-reminders.aggregate';
import { followExpirySlice, setRemindersSlice } from './remind-expiry/follow-expiry.decider';
import { RemindExpiryConsumer } from './remind-expiry/remind-expiry.consumer';
import { announceExpirySlice, remindExpirySlice } from './remind-expiry/remind-expiry.decider';
import { SetRemindersController } from './remind-expiry/set-reminders.controller';
import { ReviewClaimController } from './review-claim/review-claim.controller';
import { confirmReviewSlice, correctReviewSlice } from './review-claim/review-claim.decider';
import { ContributionsConsumer } from './run-contribution/contributions.consumer';
import { ClaimsConsumer } from './run-claim/claims.consumer';
import { KnownFirms } from './set-guarantee/known-firms.handler';
import { SetGuaranteeController } from './set-guarantee/set-guarantee.controller';
import { SettleBankLineController } from './settle-bank-line/settle-bank-line.controller';
import { LeaversConsumer } from './run-out/leavers.consumer';
import { SettleYearController } from './settle-year/settle-year.controller';
import { settledYears } from './settle-year/settled-years.projection';
import { advanceSettlementSlice, settlement, startSettlementSlice } from './settle-year/settlement.aggregate';
import { SettlementConsumer } from './settle-year/settlement.consumer';
import { SimulatePurchaseController } from './simulate-purchase/simulate-purchase.controller';
import { DrawPoolController } from './solidarity-pool/draw-pool.controller';
import { PoolConsumer } from './solidarity-pool/pool.consumer';
import { drawPoolSlice, fillPoolSlice, solidarityPool } from './solidarity-pool/solidarity-pool.aggregate';
import { ClaimSettings } from './submit-claim/claim-settings.handler';
import { FamilyMembersConsumer } from './submit-claim/family-members.consumer';
import { familyMembers } from './submit-claim/family-members.projection';
import { SubmitClaimController } from './submit-claim/submit-claim.controller';
import { noteChecksSlice, submitClaimSlice } from './submit-claim/submit-claim.decider';
import { assignBankLineSlice, bankLine, closeBankLineSlice, recordBankLineSlice } from './take-statement/bank-line.aggregate';
import { bankLines } from './take-statement/bank-lines.projection';
import { acceptStatementSlice, completeStatementSlice, statement } from './take-statement/statement.aggregate';
import { StatementConsumer } from './take-statement/statement.consumer';
import { TakeStatementController } from './take-statement/take-statement.controller';
import { ThresholdRules } from './threshold-rules/threshold-rules.table';
import { detachDocumentSlice } from './withdraw-claim/detach-document.decider';
import { WithdrawClaimController } from './withdraw-claim/withdraw-claim.controller';
import { withdrawClaimSlice } from './withdraw-claim/withdraw-claim.decider';
import { WithdrawContributionController } from './withdraw-contribution/withdraw-contribution.controller';
import { withdrawContributionSlice } from './withdraw-contribution/withdraw-contribution.decider';
import { WithdrawCreditController } from './withdraw-credit/withdraw-credit.controller';

const claimSlices = [
  ...[submitClaimSlice, noteChecksSlice, approveClaimSlice, noteReimbursementSlice, rejectClaimSlice, expireIntegrationSlice],
  ...[appealClaimSlice, askIntegrationSlice, integrateClaimSlice, commentClaimSlice, withdrawClaimSlice, confirmReviewSlice, correctReviewSlice],
];

const coverControllers = [
  CallOffRunController,
  ...[CoverCreditConsumer, CoverListsConsumer, StatementConsumer, TakeStatementController, SettleBankLineController],
  ...[SetGuaranteeController, ReadCoverController, ReadProformasController, AnnouncedCreditController],
];

const contributionControllers = [AskContributionController, WithdrawContributionController, PayContributionController, ReadContributionsController, OwnLimitsController, ContributionsConsumer, ContributionListsConsumer];

@Module({
  controllers: [
    OpenPlanController,
    PublishPlanController,
    ReadPlansController,
    CreditPeopleController,
    CreditGroupController,
    WithdrawCreditController,
    DeclareYearController,
    ChooseAboveThresholdController,
    ...[RecordPremiumContractController, ImportPremiumsController, PreviewPremiumsController, ReadPremiumsController, ChoosePremiumController],
    ...[RecordMealsController, MealListsConsumer, CheckContributionController],
    ...[ImportPremiumsConsumer, ConvertedPremiumsConsumer, PremiumCapsConsumer, PremiumListsConsumer],
    SimulatePurchaseController,
    SettleYearController,
    SettlementConsumer,
    ReadAccountsController,
    ReadLedgerController,
    ReadBalanceController,
    ReadResiduesController,
    DrawPoolController,
    PoolConsumer,
    LeaversConsumer,
    ReadBillController,
    ReadExpenseTypesController,
    SubmitClaimController,
    DecideClaimController,
    AnswerClaimController,
    WithdrawClaimController,
    ReviewClaimController,
    ReadClaimsController,
    AppointValidatorController,
    AppointPayrollController,
    ClosePayrollMonthController,
    PayrollFilesController,
    PayrollConsumer,
    KeepDocumentController,
    DroppedDocumentsConsumer,
    ClaimsConsumer,
    ClaimListsConsumer,
    FamilyMembersConsumer,
    CreditRunConsumer,
    ...coverControllers,
    ...contributionControllers,
    HoldCreditConsumer,
    BillFirmConsumer,
    FirmPeopleConsumer,
    BenefitsListsConsumer,
    ExpiriesController,
    FirmForecastController,
    SetRemindersController,
    RemindExpiryConsumer,
    AccountsConsumer,
  ],
  providers: [
    aggregate(plan, openPlanSlice, draftPlanSlice, publishPlanSlice),
    aggregate(creditRun, startRunSlice, awaitTransferSlice, putOffRunSlice, askAgainSlice, cancelRunSlice, releaseRunSlice, completeRunSlice),
    aggregate(coverAggregate, ...coverAggregate.slices),
    aggregate(proforma, issueProformaSlice, cancelProformaSlice),
    aggregate(bankLine, recordBankLineSlice, assignBankLineSlice, closeBankLineSlice),
    aggregate(statement, acceptStatementSlice, completeStatementSlice),
    aggregate(account, ...accountAggregate.slices),
    aggregate(claim, ...claimSlices),
    aggregate(claimDocument, keepDocumentSlice, attachDocumentSlice, detachDocumentSlice, dropDocumentSlice),
    aggregate(documentUse, countUseSlice),
    aggregate(claimsValidators, appointValidatorSlice),
    aggregate(payrollStaff, appointPayrollSlice),
    aggregate(payrollClosing, closePayrollMonthSlice),
    aggregate(firmBill, addDebtSlice),
    aggregate(solidarityPool, fillPoolSlice, drawPoolSlice),
    aggregate(premiumContract, recordPremiumContractSlice),
    aggregate(premiumImport, acceptPremiumsSlice, completePremiumsSlice),
    aggregate(premium, offerPremiumSlice, choosePremiumSlice, lapsePremiumSlice),
    aggregate(premiumYear, holdPremiumCapSlice, releasePremiumCapSlice, lookAfterHoldsSlice, settlePremiumCapSlice),
    ...[reader(premiumContracts), reader(ownPremiums), reader(firmPremiums)],
    PremiumRules,
    PremiumFiles,
    PremiumsElsewhere,
    aggregate(mealMonth, recordMealsSlice),
    ...[reader(firmMeals), reader(ownMeals)],
    MealRules,
    aggregate(contribution, askContributionSlice, noteContributionCreditSlice, withdrawContributionSlice, payContributionSlice, refuseContributionSlice),
    ...[reader(ownContributions), reader(firmContributions), reader(paidContributions)],
    ContributionLimits,
    aggregate(thresholdChoice, chooseAboveThresholdSlice),
    aggregate(settlement, startSettlementSlice, advanceSettlementSlice),
    aggregate(expiryReminders, followExpirySlice, setRemindersSlice, remindExpirySlice, announceExpirySlice),
    reader(firmPeople),
    reader(planList),
    reader(accountList),
    reader(settledYears),
    reader(residues),
    reader(familyMembers),
    reader(ownClaims),
    reader(claimQueue),
    reader(firmReimbursements),
    reader(reimbursedClaims),
    reader(boughtBenefits),
    reader(payrollClosings),
    ...[reader(proformaList), reader(bankLines), reader(firmCovers), reader(waitingRuns)],
    KnownFirms,
    SuspendedCredit,
    RoomForRun,
    AccountOnDay,
    GroupPeople,
    PlansOfLots,
    PayrollFacts,
    PayrollYears,
    ClaimSettings,
    ClaimDocuments,
    { provide: VIRUS_SCANNER, useClass: TestFileScanner },
    ThresholdRules,
    ThresholdChoices,
  ],
})
export class BenefitsModule {}
