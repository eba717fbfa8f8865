import { createRoute, redirect, type AnyRootRoute, type AnyRoute } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import type { Role } from '../api/views';
import { ClaimPage } from '../claim/claim.page';
import { ClaimsPage } from '../claim/claims.page';
import { ExamineClaimPage } from '../claim/examine.page';
import { NewClaimPage } from '../claim/new-claim.page';
import { ClaimQueuePage } from '../claim/queue.page';
import { CreditsPage } from '../cover/credits.page';
import { StatementsPage } from '../cover/statements.page';
import { EmployeeHomePage } from '../employee/employee-home.page';
import { HistoryPage } from '../employee/history.page';
import { OffersPage } from '../employee/offers.page';
import { ExpiriesPage } from '../expiry/expiries.page';
import { FirmForecastPage } from '../expiry/firm-forecast.page';
import { FamilyPage } from '../family/family.page';
import { FirmCallsPage } from '../firm/calls.page';
import { CodeSheetPage } from '../firm/code-sheet.page';
import { FirmHomePage } from '../firm/firm-home.page';
import { PeoplePage } from '../firm/people.page';
import { PlanPage } from '../firm/plan.page';
import { OwnAccountPage } from '../plan/own-account.page';
import { PlanTermsPage } from '../plan/plan-terms.page';
import { ContributionsPage } from '../fund/contributions.page';
import { FirmHoursPage } from '../hours/firm-hours.page';
import { OperatorHoursPage } from '../hours/operator-hours.page';
import { AdviserHomePage, AssociationHomePage } from '../mandate/adviser-home.page';
import { IntermediariesPage } from '../mandate/intermediaries.page';
import { MandatedFirmPage } from '../mandate/mandated-firm.page';
import { MandatesPage } from '../mandate/mandates.page';
import { AdviserMeetingsPage, AssociationMeetingsPage, OperatorMeetingsPage } from '../meeting/hold-meetings.page';
import { FirmNetworksPage } from '../network/firm-networks.page';
import { OperatorNetworksPage } from '../network/operator-networks.page';
import { CallPage } from '../operator/call.page';
import { DossierPage } from '../operator/dossier.page';
import { NewCallPage } from '../operator/new-call.page';
import { OperatorHomePage } from '../operator/operator-home.page';
import { ProvidersPage } from '../operator/providers.page';
import { TryRulePage } from '../operator/try-rule.page';
import { OutreachPage } from '../outreach/outreach.page';
import { OwnOfferPage } from '../own/own-offer.page';
import { OwnerPage } from '../own/owner.page';
import { TransfersPage } from '../own/transfers.page';
import { FirmPayrollPage } from '../payroll/firm-payroll.page';
import { PayrollPage } from '../payroll/payroll.page';
import { ValidatorsPage } from '../payroll/validators.page';
import { FirmPathPage } from '../path/firm-path.page';
import { FirmPremiumsPage } from '../premium/firm-premiums.page';
import { PremiumsPage } from '../premium/premiums.page';
import { ProviderHomePage } from '../provider/provider-home.page';
import { ProviderOffersPage } from '../provider/provider-offers.page';
import { StatementPage } from '../provider/statement.page';
import { OfferPage } from '../purchase/offer.page';
import { PurchasePage } from '../purchase/purchase.page';
import { FirmRankingPage } from '../ranking/firm-ranking.page';
import { RankingPage } from '../ranking/ranking.page';
import { RosterPage } from '../roster/roster.page';
import { RuleTablePage } from '../rules/rule-table.page';
import { RulesPage } from '../rules/rules.page';
import { SimulatePage } from '../simulate/simulate.page';
import { SitesPage } from '../sites/sites.page';
import { ResultsPage } from '../survey/results.page';
import { SurveysPage } from '../survey/surveys.page';
import { VoucherPage } from '../voucher/voucher.page';
import { Guarded } from './guarded';
import { queries } from './queries';
import { YearPage } from '../year/year.page';
import { AwaitedRole, isAppointed } from './awaited-role';
import { homeOf, sessionQuery } from './session';

type Page = ComponentType<Record<string, string>>;

const pages: readonly (readonly [path: string, role: Role, page: ComponentType<never>])[] = [
  ['/dipendente', 'employee', EmployeeHomePage],
  ['/offerte', 'employee', OffersPage],
  ['/offerte/$offerId', 'employee', OfferPage],
  ['/acquisti/$purchaseId', 'employee', PurchasePage],
  ['/voucher/$voucherId', 'employee', VoucherPage],
  ['/conto', 'employee', OwnAccountPage],
  ['/storico', 'employee', HistoryPage],
  ['/famiglia', 'employee', FamilyPage],
  ['/soglia', 'employee', YearPage],
  ['/in-scadenza', 'employee', ExpiriesPage],
  ['/simula', 'employee', SimulatePage],
  ['/rimborsi', 'employee', ClaimsPage],
  ['/rimborsi/nuovo', 'employee', NewClaimPage],
  ['/rimborsi/$claimId', 'employee', ClaimPage],
  ['/versamenti', 'employee', ContributionsPage],
  ['/premi', 'employee', PremiumsPage],
  ['/convalida', 'claims-validator', ClaimQueuePage],
  ['/convalida/$claimId', 'claims-validator', ExamineClaimPage],
  ['/impresa', 'firm-admin', FirmHomePage],
  ['/impresa/dipendenti', 'firm-admin', PeoplePage],
  ['/impresa/dipendenti/foglio', 'firm-admin', CodeSheetPage],
  ['/impresa/sedi', 'firm-admin', SitesPage],
  ['/impresa/turni', 'firm-admin', RosterPage],
  ['/impresa/reti', 'firm-admin', FirmNetworksPage],
  ['/impresa/piano', 'firm-admin', PlanPage],
  ['/impresa/piano/condizioni', 'firm-admin', PlanTermsPage],
  ['/impresa/bandi', 'firm-admin', FirmCallsPage],
  ['/impresa/bandi/$callId/graduatoria', 'firm-admin', FirmRankingPage],
  ['/impresa/questionario', 'firm-admin', SurveysPage],
  ['/impresa/questionario/$surveyId', 'firm-admin', ResultsPage],
  ['/impresa/percorso', 'firm-admin', FirmPathPage],
  ['/impresa/incarichi', 'firm-admin', MandatesPage],
  ['/impresa/ore', 'firm-admin', FirmHoursPage],
  ['/impresa/titolare', 'firm-admin', OwnerPage],
  ['/impresa/titolare/offerte/$offerId', 'firm-admin', OwnOfferPage],
  ['/impresa/titolare/ricevute/$voucherId', 'firm-admin', VoucherPage],
  ['/impresa/crediti', 'firm-admin', CreditsPage],
  ['/impresa/paghe', 'firm-admin', FirmPayrollPage],
  ['/impresa/premi', 'firm-admin', FirmPremiumsPage],
  ['/impresa/previsione', 'firm-admin', FirmForecastPage],
  ['/paghe', 'payroll', PayrollPage],
  ['/operatore/convalida', 'operator', ValidatorsPage],
  ['/consulente', 'adviser', AdviserHomePage],
  ['/consulente/imprese/$firmId', 'adviser', MandatedFirmPage],
  ['/consulente/incontri', 'adviser', AdviserMeetingsPage],
  ['/associazione', 'association', AssociationHomePage],
  ['/associazione/imprese/$firmId', 'association', MandatedFirmPage],
  ['/associazione/incontri', 'association', AssociationMeetingsPage],
  ['/cooperativa', 'provider-admin', ProviderHomePage],
  ['/cooperativa/offerte', 'provider-admin', ProviderOffersPage],
  ['/cooperativa/rendiconto', 'provider-admin', StatementPage],
  ['/operatore', 'operator', OperatorHomePage],
  ['/operatore/bandi/nuovo', 'operator', NewCallPage],
  ['/operatore/bandi/$callId', 'operator', CallPage],
  ['/operatore/bandi/$callId/dossier', 'operator', DossierPage],
  ['/operatore/bandi/$callId/graduatoria', 'operator', RankingPage],
  ['/operatore/bandi/$callId/prova', 'operator', TryRulePage],
  ['/operatore/fornitori', 'operator', ProvidersPage],
  ['/operatore/consulenti', 'operator', IntermediariesPage],
  ['/operatore/contatti', 'operator', OutreachPage],
  ['/operatore/incontri', 'operator', OperatorMeetingsPage],
  ['/operatore/ore', 'operator', OperatorHoursPage],
  ['/operatore/reti', 'operator', OperatorNetworksPage],
  ['/operatore/bonifici', 'operator', TransfersPage],
  ['/operatore/crediti', 'operator', StatementsPage],
  ['/operatore/regole', 'operator', RulesPage],
  ['/operatore/regole/$table', 'operator', RuleTablePage],
];

/** Lets in who has the role, or may be appointed to it at any moment; others go to sign-in, and come back, or to where they belong. */
async function admit(role: Role, wanted: string): Promise<void> {
  const session = await queries.ensureQueryData(sessionQuery);
  if (!session) throw redirect({ to: '/accesso', search: { da: wanted } });
  if (!isAppointed(role) && !session.roles.some((held) => held.role === role)) throw redirect({ to: homeOf(session) });
}

/** The pages that ask for a role. */
export function rolePages(root: AnyRootRoute): AnyRoute[] {
  return pages.map(([path, role, page]) => {
    const Content = page as unknown as Page;
    const route: AnyRoute = createRoute({
      getParentRoute: () => root,
      path,
      beforeLoad: ({ location }) => admit(role, location.pathname),
      component: function RolePage() {
        const params = route.useParams() as Record<string, string>;
        const content = <Content key={Object.values(params).join('/')} {...params} />;
        return <Guarded>{isAppointed(role) ? <AwaitedRole role={role}>{content}</AwaitedRole> : content}</Guarded>;
      },
    });
    return route;
  });
}
