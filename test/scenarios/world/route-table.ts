export type Role = 'operator' | 'firm-admin' | 'employee' | 'provider-admin' | 'nobody';
export const ROLES: readonly Role[] = ['operator', 'firm-admin', 'employee', 'provider-admin', 'nobody'];

/** Who may call a route, and whose things it shows. */
export interface Access {
  /** `anybody`: without a sign-in. `signed-in`: whatever the role. */
  readonly who: 'anybody' | 'signed-in' | readonly Role[];
  /** Whether a thing of one organisation is the same for all. */
  readonly shared?: true;
  /** Whether each time is a first one: its answer is a secret, kept nowhere. */
  readonly unkept?: true;
  /** The query that the route needs. */
  readonly query?: string;
}

const anybody: Access = { who: 'anybody', shared: true };
const signedIn: Access = { who: 'signed-in', shared: true };
const only = (...who: Role[]): Access => ({ who });
const forAll = (...who: Role[]): Access => ({ who, shared: true });

/** Every route of the product. One that isn't here fails the tests: whoever adds a route says who may call it. */
export const routeTable: Readonly<Record<string, Access>> = {
  'GET /health/live': anybody,
  'GET /health/ready': anybody,
  'GET /api/operations/events': forAll('operator'),
  'POST /api/identity/accounts': anybody,
  'POST /api/identity/sessions': { ...anybody, unkept: true },
  'POST /api/identity/tokens': { ...anybody, unkept: true },
  'GET /api/identity/sessions/current': signedIn,
  'DELETE /api/identity/sessions/current': signedIn,
  'POST /api/identity/activations': anybody,
  'POST /api/identity/password-resets': anybody,
  'POST /api/identity/password-resets/confirmations': anybody,
  'GET /api/identity/activation-codes': { who: ['firm-admin'], query: 'firmId={firmId}' },
  'POST /api/identity/activation-codes/{personId}/renewals': only('firm-admin'),
  'POST /api/identity/operators/first': anybody,
  'POST /api/companies/firms': signedIn,
  'GET /api/companies/firms': forAll('operator'),
  'GET /api/companies/firms/{firmId}': only('operator', 'firm-admin'),
  'POST /api/companies/firms/{firmId}/declarations': only('firm-admin'),
  'GET /api/companies/declarations/{code}': signedIn,
  'POST /api/companies/firms/{firmId}/employee-imports': only('firm-admin'),
  'POST /api/companies/firms/{firmId}/employee-imports/previews': { ...only('firm-admin'), unkept: true },
  'GET /api/companies/firms/{firmId}/employee-imports/{importId}': only('firm-admin'),
  'GET /api/companies/firms/{firmId}/employees': only('firm-admin'),
  'POST /api/companies/firms/{firmId}/employees/{employeeId}/departures': only('firm-admin'),
  'POST /api/companies/firms/{firmId}/employees/{employeeId}/rehirings': only('firm-admin'),
  'POST /api/companies/networks': forAll('operator'),
  'GET /api/companies/networks/{networkId}': only('operator', 'firm-admin'),
  'POST /api/companies/networks/{networkId}/members': forAll('operator'),
  'POST /api/companies/networks/{networkId}/members/{firmId}/departures': forAll('operator'),
  'POST /api/companies/firms/{firmId}/surveys': only('firm-admin'),
  'GET /api/companies/firms/{firmId}/surveys': only('firm-admin'),
  'GET /api/companies/firms/{firmId}/surveys/{surveyId}': only('firm-admin'),
  'POST /api/companies/firms/{firmId}/surveys/{surveyId}/closure': only('firm-admin'),
  'GET /api/companies/firms/{firmId}/accompaniment': only('operator', 'firm-admin'),
  'POST /api/companies/firms/{firmId}/accompaniment/steps/{step}/beginning': only('firm-admin'),
  'POST /api/companies/firms/{firmId}/accompaniment/steps/{step}/deliverables': only('firm-admin'),
  'POST /api/companies/firms/{firmId}/accompaniment/steps/{step}/completion': only('firm-admin'),
  'GET /api/companies/surveys/{token}': anybody,
  'POST /api/companies/surveys/{token}/answers': anybody,
  'GET /api/companies/people/me': forAll('employee'),
  'GET /api/companies/people/me/family-members': forAll('employee'),
  'POST /api/companies/people/me/family-members': forAll('employee'),
  'DELETE /api/companies/people/me/family-members/{memberId}': only('employee'),
  'POST /api/programmes/calls': forAll('operator'),
  'GET /api/programmes/calls': signedIn,
  'GET /api/programmes/calls/{callId}': signedIn,
  'GET /api/programmes/calls/{callId}/rule-trial': forAll('operator'),
  'GET /api/programmes/calls/{callId}/dossier': forAll('operator'),
  'GET /api/programmes/calls/{callId}/dossier/archive': forAll('operator'),
  'GET /api/programmes/calls/{callId}/ranking': signedIn,
  'POST /api/programmes/calls/{callId}/ranking': forAll('operator'),
  'POST /api/programmes/calls/{callId}/applications': only('firm-admin'),
  'GET /api/programmes/allotments': forAll('operator', 'firm-admin', 'employee'),
  'GET /api/programmes/allotments/{allotmentId}': only('operator', 'firm-admin', 'employee'),
  'GET /api/programmes/allotments/{allotmentId}/explanation': only('operator', 'firm-admin'),
  'POST /api/programmes/allotments/{allotmentId}/grant-act': forAll('operator'),
  'POST /api/programmes/allotments/{allotmentId}/renunciation': only('firm-admin'),
  'POST /api/programmes/allotments/{allotmentId}/revocation': forAll('operator'),
  'GET /api/programmes/firms/{firmId}/aid': only('operator', 'firm-admin'),
  'POST /api/programmes/firms/{firmId}/aid': only('firm-admin'),
  'POST /api/programmes/undertaking-links': forAll('operator'),
  'GET /api/programmes/undertaking-links/{linkId}': forAll('operator'),
  'POST /api/benefits/plans': only('firm-admin'),
  'GET /api/benefits/plans': forAll('firm-admin'),
  'POST /api/benefits/plans/{planId}/credit-runs': only('firm-admin'),
  'GET /api/benefits/credit-runs/{runId}': only('firm-admin'),
  'POST /api/benefits/accounts/{accountId}/withdrawals': only('firm-admin'),
  'GET /api/benefits/accounts/mine': forAll('employee'),
  'GET /api/benefits/accounts': forAll('firm-admin'),
  'GET /api/benefits/accounts/{accountId}': only('employee'),
  'GET /api/benefits/accounts/{accountId}/entries': only('employee'),
  'GET /api/benefits/bills/{firmId}': only('firm-admin', 'operator'),
  'GET /api/providers/offers': signedIn,
  'GET /api/providers/offers/{offerId}': signedIn,
  'POST /api/providers': signedIn,
  'GET /api/providers': forAll('operator'),
  'GET /api/providers/{providerId}': signedIn,
  'POST /api/providers/{providerId}/accreditation': forAll('operator'),
  'POST /api/providers/{providerId}/offer-imports': only('provider-admin'),
  'GET /api/providers/{providerId}/offer-imports/{importId}': only('provider-admin', 'operator'),
  'POST /api/providers/{providerId}/orders/{orderId}/completion': only('provider-admin'),
  'GET /api/providers/{providerId}/orders': only('provider-admin', 'operator'),
  'GET /api/providers/{providerId}/statements': only('provider-admin', 'operator'),
  'GET /api/providers/{providerId}/statements/{month}/entries': only('provider-admin', 'operator'),
  'GET /api/marketplace/quotes': { who: ['employee'], shared: true, query: 'offerId={offerId}' },
  'GET /api/marketplace/purchase-trials/{callId}': forAll('operator'),
  'POST /api/marketplace/purchases': forAll('employee'),
  'GET /api/marketplace/purchases': forAll('employee'),
  'GET /api/marketplace/purchases/{purchaseId}': only('operator', 'employee'),
  'POST /api/vouchers/redemptions': forAll('provider-admin'),
  'POST /api/vouchers/{voucherId}/cancellation': only('employee'),
  'GET /api/vouchers': forAll('employee'),
  'GET /api/vouchers/{voucherId}': only('employee', 'provider-admin', 'operator'),
  'GET /api/vouchers/{voucherId}/qr.svg': only('employee'),
};
