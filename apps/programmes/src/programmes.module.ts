import { Module } from '@nestjs/common';
import { TestFileScanner, VIRUS_SCANNER } from '@salvatempo/http';
import { aggregate, reader } from '@salvatempo/runtime';
import { admitAllotmentSlice, rankAllotmentSlice } from './apply-for-call/admit-allotment.decider';
import { ApplicationFacts } from './apply-for-call/application-facts.handler';
import { ApplicationsConsumer } from './apply-for-call/applications.consumer';
import { ApplyForCallController } from './apply-for-call/apply-for-call.controller';
import { RankedApplications } from './apply-for-call/ranked-applications.handler';
import { requestAllotmentSlice } from './apply-for-call/request-allotment.decider';
import { reserveAllotmentSlice } from './apply-for-call/reserve-allotment.decider';
import { grantAllotmentSlice, refuseAllotmentSlice } from './apply-for-call/settle-allotment.decider';
import { submitApplicationSlice } from './apply-for-call/submit-application.decider';
import { AskHoursController } from './ask-hours/ask-hours.controller';
import { askHoursSlice } from './ask-hours/ask-hours.decider';
import { DeclareAidController } from './declare-aid/declare-aid.controller';
import { declareAidSlice } from './declare-aid/declare-aid.decider';
import { aidRegister } from './domain/aid-register';
import { allotment } from './domain/allotment';
import { applicationDraft } from './domain/application-draft';
import { call } from './domain/call';
import { hoursFund } from './domain/hours-fund';
import { invoiceBook } from './domain/invoice-book';
import { personCap } from './domain/person-cap';
import { ruleTable } from './domain/rule-table';
import { undertakingLink } from './domain/undertaking-link';
import { DossierController } from './dossier/dossier.controller';
import { Dossiers } from './dossier/dossiers.handler';
import { ExpenseLinesConsumer } from './dossier/expense-lines.consumer';
import { expenseLines } from './dossier/expense-lines.projection';
import { DraftApplicationController } from './draft-application/draft-application.controller';
import { expireDraftSlice, giveUpDraftSlice, submitDraftSlice } from './draft-application/end-draft.decider';
import { saveDraftSlice } from './draft-application/save-draft.decider';
import { SubmittedDraftsConsumer } from './draft-application/submitted-drafts.consumer';
import { EditRuleTableController } from './edit-rule-table/edit-rule-table.controller';
import { editRuleTableSlice } from './edit-rule-table/edit-rule-table.decider';
import { correctAidSlice } from './end-allotment/correct-aid.decider';
import { EndAllotmentController } from './end-allotment/end-allotment.controller';
import { endAllotmentSlice } from './end-allotment/end-allotment.decider';
import { EndedAllotmentsConsumer } from './end-allotment/ended-allotments.consumer';
import { returnAllotmentSlice } from './end-allotment/return-allotment.decider';
import { ExplainDecisionController } from './explain-decision/explain-decision.controller';
import { FirmsConsumer } from './firm-facts/firms.consumer';
import { firms } from './firm-facts/firms.projection';
import { AidAnswersConsumer } from './hold-aid/aid-answers.consumer';
import { AidCommandsConsumer } from './hold-aid/aid-commands.consumer';
import { holdAidSlice } from './hold-aid/hold-aid.decider';
import { recordAidSlice } from './hold-aid/record-aid.decider';
import { releaseAidSlice } from './hold-aid/release-aid.decider';
import { holdIncentiveSlice } from './hold-incentive/hold-incentive.decider';
import { IncentiveCommandsConsumer } from './hold-incentive/incentive-commands.consumer';
import { payIncentiveSlice } from './hold-incentive/pay-incentive.decider';
import { pinIncentiveSlice } from './hold-incentive/pin-incentive.decider';
import { expireIncentivesSlice, releaseIncentiveSlice } from './hold-incentive/release-incentive.decider';
import { holdPersonCapSlice } from './hold-person-cap/hold-person-cap.decider';
import { PersonCapCommandsConsumer } from './hold-person-cap/person-cap-commands.consumer';
import { pinPersonCapSlice } from './hold-person-cap/pin-person-cap.decider';
import { expirePersonCapsSlice, releasePersonCapSlice } from './hold-person-cap/release-person-cap.decider';
import { usePersonCapSlice } from './hold-person-cap/use-person-cap.decider';
import { KeepInvoiceFileController } from './keep-invoice-file/keep-invoice-file.controller';
import { keepInvoiceFileSlice } from './keep-invoice-file/keep-invoice-file.decider';
import { WithdrawnFilesConsumer } from './keep-invoice-file/withdrawn-files.consumer';
import { LinkUndertakingsController } from './link-undertakings/link-undertakings.controller';
import { linkUndertakingsSlice, noteLinkedSlice } from './link-undertakings/link-undertakings.decider';
import { absorbRegisterSlice, mergeRegisterSlice, reachLinkSlice } from './link-undertakings/merge-register.decider';
import { UndertakingLinksConsumer } from './link-undertakings/undertaking-links.consumer';
import { closeRankingSlice } from './make-ranking/close-ranking.decider';
import { MakeRankingController } from './make-ranking/make-ranking.controller';
import { makeRankingSlice } from './make-ranking/make-ranking.decider';
import { RankingSeeds } from './make-ranking/ranking-seed.handler';
import { LocalRegister } from './national-register/local-register.adapter';
import { NationalRegister } from './national-register/national-register.port';
import { OpenCallController } from './open-call/open-call.controller';
import { openCallSlice } from './open-call/open-call.decider';
import { AidRegisters } from './read-aid/aid-registers.handler';
import { ReadAidController } from './read-aid/read-aid.controller';
import { AllotmentListConsumer } from './read-allotments/allotment-list.consumer';
import { allotmentList } from './read-allotments/allotment-list.projection';
import { ReadAllotmentsController } from './read-allotments/read-allotments.controller';
import { CallListConsumer } from './read-calls/call-list.consumer';
import { callList } from './read-calls/call-list.projection';
import { ReadCallsController } from './read-calls/read-calls.controller';
import { HoursFundListConsumer } from './read-hours/hours-fund-list.consumer';
import { hoursFundList } from './read-hours/hours-fund-list.projection';
import { ReadHoursController } from './read-hours/read-hours.controller';
import { ReadRankingController } from './read-ranking/read-ranking.controller';
import { ReadRuleTablesController } from './read-rule-tables/read-rule-tables.controller';
import { RuleTables } from './read-rule-tables/rule-tables.handler';
import { OpenHoursFundController } from './open-hours-fund/open-hours-fund.controller';
import { openHoursFundSlice } from './open-hours-fund/open-hours-fund.decider';
import { PeopleConsumer } from './indicators/people.consumer';
import { families, people } from './indicators/people.projection';
import { PlansConsumer } from './indicators/plans.consumer';
import { plans } from './indicators/plans.projection';
import { PeopleFacts } from './indicators/person-facts.handler';
import { DeclaredWorkConsumer } from './indicators/work.consumer';
import { declaredWork } from './indicators/work.projection';
import { InvoiceBooks } from './record-invoice/invoice-books.handler';
import { ProviderExpensesConsumer } from './record-invoice/provider-expenses.consumer';
import { providerExpenses } from './record-invoice/provider-expenses.projection';
import { ProviderInvoices } from './record-invoice/provider-invoices.handler';
import { RecordInvoiceController } from './record-invoice/record-invoice.controller';
import { recordInvoiceSlice } from './record-invoice/record-invoice.decider';
import { withdrawInvoiceSlice } from './record-invoice/withdraw-invoice.decider';
import { RecordPaymentConsumer } from './record-payment/record-payment.consumer';
import { recordPaymentSlice } from './record-payment/record-payment.decider';
import { RecordRepaymentController } from './record-repayment/record-repayment.controller';
import { recordRepaymentSlice } from './record-repayment/record-repayment.decider';
import { RecoveriesConsumer } from './record-repayment/recoveries.consumer';
import { recoverFundSlice } from './record-repayment/recover-fund.decider';
import { ReportAllotmentController } from './report-allotment/report-allotment.controller';
import { payAllotmentSlice, reportAllotmentSlice, verifyAllotmentSlice } from './report-allotment/report-allotment.decider';
import { SendGrantActController } from './send-grant-act/send-grant-act.controller';
import { passActDeadlineSlice, sendGrantActSlice } from './send-grant-act/send-grant-act.decider';
import { giveBackHoursSlice } from './settle-hours/give-back-hours.decider';
import { SettleHoursController } from './settle-hours/settle-hours.controller';
import { useHoursSlice } from './settle-hours/use-hours.decider';
import { CallHistories } from './try-rule/call-history.handler';
import { TryRuleController } from './try-rule/try-rule.controller';

@Module({
  controllers: [
    OpenCallController,
    ReadCallsController,
    ApplyForCallController,
    DraftApplicationController,
    ReadAllotmentsController,
    ExplainDecisionController,
    TryRuleController,
    MakeRankingController,
    ReadRankingController,
    EndAllotmentController,
    ReportAllotmentController,
    RecordRepaymentController,
    DeclareAidController,
    ReadAidController,
    SendGrantActController,
    LinkUndertakingsController,
    DossierController,
    OpenHoursFundController,
    ReadHoursController,
    AskHoursController,
    SettleHoursController,
    ReadRuleTablesController,
    EditRuleTableController,
    RecordInvoiceController,
    KeepInvoiceFileController,
    FirmsConsumer,
    ApplicationsConsumer,
    SubmittedDraftsConsumer,
    EndedAllotmentsConsumer,
    AidAnswersConsumer,
    AidCommandsConsumer,
    UndertakingLinksConsumer,
    IncentiveCommandsConsumer,
    PersonCapCommandsConsumer,
    RecordPaymentConsumer,
    CallListConsumer,
    AllotmentListConsumer,
    HoursFundListConsumer,
    ExpenseLinesConsumer,
    ProviderExpensesConsumer,
    WithdrawnFilesConsumer,
    RecoveriesConsumer,
    PeopleConsumer,
    DeclaredWorkConsumer,
    PlansConsumer,
  ],
  providers: [
    aggregate(call, openCallSlice, submitApplicationSlice, reserveAllotmentSlice, recordPaymentSlice, returnAllotmentSlice, recoverFundSlice, makeRankingSlice, closeRankingSlice),
    aggregate(
      allotment,
      requestAllotmentSlice,
      admitAllotmentSlice,
      rankAllotmentSlice,
      grantAllotmentSlice,
      refuseAllotmentSlice,
      holdIncentiveSlice,
      pinIncentiveSlice,
      payIncentiveSlice,
      releaseIncentiveSlice,
      expireIncentivesSlice,
      endAllotmentSlice,
      reportAllotmentSlice,
      verifyAllotmentSlice,
      payAllotmentSlice,
      recordRepaymentSlice,
    ),
    aggregate(applicationDraft, saveDraftSlice, giveUpDraftSlice, submitDraftSlice, expireDraftSlice),
    aggregate(personCap, holdPersonCapSlice, pinPersonCapSlice, usePersonCapSlice, releasePersonCapSlice, expirePersonCapsSlice),
    aggregate(aidRegister, holdAidSlice, recordAidSlice, releaseAidSlice, correctAidSlice, declareAidSlice, sendGrantActSlice, passActDeadlineSlice, mergeRegisterSlice, absorbRegisterSlice, reachLinkSlice),
    aggregate(hoursFund, openHoursFundSlice, askHoursSlice, useHoursSlice, giveBackHoursSlice),
    aggregate(ruleTable, editRuleTableSlice),
    aggregate(invoiceBook, recordInvoiceSlice, keepInvoiceFileSlice, withdrawInvoiceSlice),
    aggregate(undertakingLink, linkUndertakingsSlice, noteLinkedSlice),
    AidRegisters,
    ApplicationFacts,
    CallHistories,
    Dossiers,
    InvoiceBooks,
    PeopleFacts,
    ProviderInvoices,
    RankedApplications,
    RankingSeeds,
    RuleTables,
    { provide: NationalRegister, useClass: LocalRegister },
    { provide: VIRUS_SCANNER, useClass: TestFileScanner },
    reader(firms),
    reader(callList),
    reader(allotmentList),
    reader(hoursFundList),
    reader(expenseLines),
    reader(providerExpenses),
    reader(people),
    reader(families),
    reader(declaredWork),
    reader(plans),
  ],
})
export class ProgrammesModule {}
