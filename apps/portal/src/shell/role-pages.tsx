import { createRoute, redirect, type AnyRootRoute, type AnyRoute } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import type { Role } from '../api/views';
import { EmployeeHomePage } from '../employee/employee-home.page';
import { HistoryPage } from '../employee/history.page';
import { OffersPage } from '../employee/offers.page';
import { FirmCallsPage } from '../firm/calls.page';
import { CodeSheetPage } from '../firm/code-sheet.page';
import { FirmHomePage } from '../firm/firm-home.page';
import { PeoplePage } from '../firm/people.page';
import { PlanPage } from '../firm/plan.page';
import { CallPage } from '../operator/call.page';
import { DossierPage } from '../operator/dossier.page';
import { NewCallPage } from '../operator/new-call.page';
import { OperatorHomePage } from '../operator/operator-home.page';
import { ProvidersPage } from '../operator/providers.page';
import { TryRulePage } from '../operator/try-rule.page';
import { ProviderHomePage } from '../provider/provider-home.page';
import { ProviderOffersPage } from '../provider/provider-offers.page';
import { StatementPage } from '../provider/statement.page';
import { OfferPage } from '../purchase/offer.page';
import { PurchasePage } from '../purchase/purchase.page';
import { ResultsPage } from '../survey/results.page';
import { SurveysPage } from '../survey/surveys.page';
import { VoucherPage } from '../voucher/voucher.page';
import { Guarded } from './guarded';
import { queries } from './queries';
import { homeOf, sessionQuery } from './session';

type Page = ComponentType<Record<string, string>>;

const pages: readonly (readonly [path: string, role: Role, page: ComponentType<never>])[] = [
  ['/dipendente', 'employee', EmployeeHomePage],
  ['/offerte', 'employee', OffersPage],
  ['/offerte/$offerId', 'employee', OfferPage],
  ['/acquisti/$purchaseId', 'employee', PurchasePage],
  ['/voucher/$voucherId', 'employee', VoucherPage],
  ['/storico', 'employee', HistoryPage],
  ['/impresa', 'firm-admin', FirmHomePage],
  ['/impresa/dipendenti', 'firm-admin', PeoplePage],
  ['/impresa/dipendenti/foglio', 'firm-admin', CodeSheetPage],
  ['/impresa/piano', 'firm-admin', PlanPage],
  ['/impresa/bandi', 'firm-admin', FirmCallsPage],
  ['/impresa/questionario', 'firm-admin', SurveysPage],
  ['/impresa/questionario/$surveyId', 'firm-admin', ResultsPage],
  ['/cooperativa', 'provider-admin', ProviderHomePage],
  ['/cooperativa/offerte', 'provider-admin', ProviderOffersPage],
  ['/cooperativa/rendiconto', 'provider-admin', StatementPage],
  ['/operatore', 'operator', OperatorHomePage],
  ['/operatore/bandi/nuovo', 'operator', NewCallPage],
  ['/operatore/bandi/$callId', 'operator', CallPage],
  ['/operatore/bandi/$callId/dossier', 'operator', DossierPage],
  ['/operatore/bandi/$callId/prova', 'operator', TryRulePage],
  ['/operatore/fornitori', 'operator', ProvidersPage],
];

/** Lets in who has the role; others go to sign-in, and come back, or to where they belong. */
async function admit(role: Role, wanted: string): Promise<void> {
  const session = await queries.ensureQueryData(sessionQuery);
  if (!session) throw redirect({ to: '/accesso', search: { da: wanted } });
  if (!session.roles.some((held) => held.role === role)) throw redirect({ to: homeOf(session) });
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
        return <Guarded><Content key={Object.values(params).join('/')} {...params} /></Guarded>;
      },
    });
    return route;
  });
}
