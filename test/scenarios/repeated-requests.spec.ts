import { billOf } from './world/claims';
import { firstOperator } from './world/first-operator';
import { livedIn, type LivedIn } from './world/lived-in';
import { freshFolder, leaveNothing, start } from './world/product';
import { contractOf, premiumFile } from './world/premiums';
import { routeTable, type Role } from './world/route-table';
import { today } from './world/days';
import { PASSWORD, until } from './world/territory';

let here: LivedIn;

beforeAll(async () => {
  const product = await start({ dataDir: freshFolder(), args: ['--no-demo'] });
  here = await livedIn(await firstOperator(product, () => product.url), 31);
});

afterAll(leaveNothing);

interface Repeatable {
  readonly as: Role;
  readonly body?: (world: LivedIn) => unknown;
}

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
const call = {
  title: 'Un altro', incentiveBasisPoints: 5_000, firmCapCents: 100, personCapCents: 50, budgetCents: 1_000, maxHeadcount: 3,
  headcountBasis: 'employees', eligibleServiceCodes: ['laundry-ironing'], opensAt: inDays(-1), closesAt: inDays(30),
};
const firm = { name: 'Altra', vatNumber: '00743110157', employeesCount: 1, sector: '14.13', municipality: 'E648', declarationAccepted: true };

const { vatNumber: _, ...firmData } = firm;
const relative = { relation: 'child', name: 'Nina', surname: 'Arvedi', fiscalCode: 'ZNBPRI79S09F205T', birthDate: '2019-03-01', dependent: true, cohabiting: true, from: '2019-03-01', declarationAccepted: true };

const site = { name: 'Negozio', address: 'Via Po 3', municipality: 'E648', deliveryPoint: false, hours: [{ weekday: 6, from: '09:00', to: '12:30' }], closingDays: ['2027-08-14'] };

const planTerms = {
  validFrom: today(), validTo: `${today().slice(0, 4)}-12-31`, period: 'year', groups: [{ amountCents: 5_000 }], letters: ['c.3', 'f-bis'], residue: { policy: 'solidarity-pool' }, runOutDays: 30, practice: {}, text: 'Regolamento di prova.',
};

/** How each route is called so that it succeeds. */
const repeatable: Readonly<Record<string, Repeatable>> = {
  'POST /api/identity/accounts': { as: 'nobody', body: () => ({ username: 'ripetuta@prova.example', password: PASSWORD }) },
  'POST /api/identity/password-resets': { as: 'nobody', body: () => ({ username: 'ripetuta@prova.example' }) },
  'POST /api/companies/firms': { as: 'nobody', body: () => firm },
  'POST /api/companies/firms/{firmId}/declarations': { as: 'firm-admin', body: () => firmData },
  'POST /api/companies/firms/{firmId}/employee-imports': { as: 'firm-admin', body: ({ territory }) => `codice_fiscale,nome,cognome\n${territory.employees[0]!.fiscalCode},Adelea,Arvedi\n` },
  'POST /api/companies/firms/{firmId}/employees/{employeeId}/departures': { as: 'firm-admin', body: () => ({ lastDay: inDays(400).slice(0, 10) }) },
  'POST /api/companies/firms/{firmId}/sites': { as: 'firm-admin', body: () => ({ ...site, firstDay: '2026-01-01' }) },
  'POST /api/companies/firms/{firmId}/sites/{siteId}/changes': { as: 'firm-admin', body: () => ({ ...site, name: 'Laboratorio' }) },
  'POST /api/companies/firms/{firmId}/sites/{siteId}/closure': { as: 'firm-admin', body: () => ({ lastDay: inDays(400).slice(0, 10) }) },
  'POST /api/companies/firms/{firmId}/rosters/{month}/imports': { as: 'firm-admin', body: ({ territory, ids }) => `codice_fiscale,data,inizio,fine,sede\n${territory.employees[0]!.fiscalCode},${ids.month}-02,22:00,06:00,Laboratorio\n` },
  'POST /api/companies/people/me/family-members': { as: 'employee', body: () => relative },
  'POST /api/companies/firms/{firmId}/surveys': { as: 'firm-admin', body: () => ({ closesOn: inDays(10).slice(0, 10) }) },
  'POST /api/companies/firms/{firmId}/accompaniment/steps/{step}/beginning': { as: 'firm-admin', body: () => ({ owner: 'adviser', begunOn: inDays(-5).slice(0, 10), dueOn: inDays(30).slice(0, 10) }) },
  'POST /api/companies/meetings': { as: 'operator', body: () => ({ title: 'Altro incontro', kind: 'workshop', mode: 'online', venue: 'https://sala.example/q7', day: inDays(9).slice(0, 10), time: '09:00', places: 10 }) },
  'POST /api/companies/firms/{firmId}/meetings/{meetingId}/places': { as: 'firm-admin', body: () => ({ people: 2 }) },
  'POST /api/companies/meetings/{meetingId}/cancellation': { as: 'operator' },
  'POST /api/companies/intermediaries': { as: 'operator', body: () => ({ kind: 'association', name: 'Artigiani del Lodigiano', vatNumber: '00743110157' }) },
  'POST /api/companies/intermediaries/{intermediaryId}/members': { as: 'operator', body: () => ({ name: 'Nina', surname: 'Arvedi', fiscalCode: 'ZNBPRI79S09F205T' }) },
  'POST /api/companies/firms/{firmId}/mandates/{intermediaryId}/end': { as: 'firm-admin', body: () => ({ endsOn: today() }) },
  'POST /api/companies/outreach/imports': { as: 'operator', body: () => 'partita_iva,nome,comune\n00743110157,Bottega,Codogno' },
  'POST /api/companies/outreach/contacts/{contactId}/stages': { as: 'operator', body: () => ({ stage: 'contacted', on: '2026-01-01' }) },
  'POST /api/companies/networks': { as: 'operator', body: () => ({ title: 'Altra rete', kind: 'rete-contratto', programme: 'Comprare insieme', commonFund: false }) },
  'POST /api/programmes/calls': { as: 'operator', body: () => call },
  'POST /api/programmes/rule-tables/{table}/versions': { as: 'operator', body: () => ({ basedOn: '2026-11', reason: 'decreto di dicembre', changes: [{ change: 'correct', validFrom: '2027-01-01', basisPoints: 200, norm: 'art. 1284 c.c.', confidence: 'primary' }] }) },
  'POST /api/programmes/hours-funds': { as: 'operator', body: () => ({ title: 'Altre ore', opensOn: today(), closesOn: inDays(90).slice(0, 10), pots: [{ municipality: 'E648', minutes: 60 }] }) },
  'POST /api/programmes/hours-funds/{hoursFundId}/requests': { as: 'firm-admin', body: ({ ids }) => ({ firmId: ids.firmId, municipality: 'E648', minutes: 30 }) },
  'POST /api/programmes/hours-funds/{hoursFundId}/requests/{requestId}/use': { as: 'operator', body: () => ({ usedMinutes: 50, workedOn: today(), proof: 'registro 12/2026' }) },
  'POST /api/programmes/firms/{firmId}/aid': { as: 'firm-admin', body: () => ({ items: [{ regime: 'de-minimis-2831', amountCents: 100, grantedOn: '2025-03-31' }] }) },
  'POST /api/programmes/undertaking-links': { as: 'operator', body: ({ ids }) => ({ firmIds: [ids.firmId, ids.otherFirmId], reason: 'prova' }) },
  'POST /api/benefits/plans': { as: 'firm-admin', body: ({ ids }) => ({ firmId: ids.firmId, title: 'Altro piano', source: 'CCNL' }) },
  'POST /api/benefits/plans/{planId}/credit-runs': { as: 'firm-admin', body: () => ({ amountCents: 100, letter: 'c.3', validUntil: inDays(90).slice(0, 10) }) },
  'POST /api/benefits/plans/{planId}/drafts': { as: 'firm-admin', body: () => planTerms },
  'POST /api/benefits/plans/{planId}/versions': { as: 'firm-admin', body: () => ({ edition: 1 }) },
  'POST /api/benefits/plans/{planId}/group-credit-runs': { as: 'firm-admin', body: () => ({ period: today().slice(0, 4) }) },
  'POST /api/benefits/accounts/{accountId}/withdrawals': { as: 'firm-admin', body: () => ({ amountCents: 1, reason: 'errore di importo' }) },
  'POST /api/benefits/accounts/mine/year-declarations': { as: 'employee', body: () => ({ taxYear: Number(today().slice(0, 4)), externalCents: 100, childFiscalCodes: [], declarationAccepted: true }) },
  'POST /api/benefits/year-settlements': { as: 'firm-admin', body: ({ ids }) => ({ firmId: ids.firmId, taxYear: Number(today().slice(0, 4)) - 2 }) },
  'POST /api/benefits/claims-validators': { as: 'operator', body: () => ({ personId: 'per_00000000000000000000000000' }) },
  'POST /api/benefits/contributions': { as: 'employee', body: () => ({ kind: 'health', fundName: 'Cassa Aurora', amountCents: 200, elsewhereCents: 0 }) },
  'POST /api/benefits/contributions/{contributionId}/payment': { as: 'payroll', body: () => ({ paidOn: today(), reference: 'CRO 1' }) },
  'POST /api/benefits/meal-vouchers': { as: 'firm-admin', body: ({ ids }) => ({ firmId: ids.firmId, personId: ids.personId, month: today().slice(0, 7), kind: 'electronic', valueCents: 1_200, dates: [today()] }) },
  'POST /api/benefits/premium-contracts': { as: 'firm-admin', body: ({ ids }) => contractOf(ids.firmId!) },
  'POST /api/benefits/premium-contracts/{contractId}/premium-imports': { as: 'firm-admin', body: ({ territory }) => premiumFile(`${territory.employees[0]!.fiscalCode},"1000,00","20000,00"`) },
  'POST /api/benefits/premiums/{premiumId}/choice': { as: 'employee', body: () => ({ convertedCents: 1_000 }) },
  'POST /api/benefits/threshold-choices': { as: 'firm-admin', body: ({ ids }) => ({ firmId: ids.firmId, aboveThreshold: 'consent' }) },
  'POST /api/benefits/payroll-staff': { as: 'firm-admin', body: ({ ids }) => ({ firmId: ids.firmId, personId: 'per_00000000000000000000000000' }) },
  'POST /api/benefits/payroll-closings': { as: 'payroll', body: ({ ids }) => ({ firmId: ids.firmId, month: today().slice(0, 7) }) },
  'POST /api/benefits/claims': { as: 'employee', body: ({ ids }) => billOf({ askedCents: 500, document: { number: '2' }, documentIds: [ids.freeDocumentId] }) },
  'POST /api/benefits/claims/{claimId}/comments': { as: 'employee', body: () => ({ text: 'Una domanda' }) },
  'POST /api/benefits/claims/{claimId}/integration-requests': { as: 'claims-validator', body: () => ({ code: 'no-payment-proof' }) },
  'POST /api/benefits/claims/{claimId}/integration': { as: 'employee', body: () => ({ note: 'Eccola' }) },
  'POST /api/benefits/claims/{claimId}/rejection': { as: 'claims-validator', body: () => ({ code: 'wrong-category' }) },
  'POST /api/benefits/claims/{claimId}/appeal': { as: 'employee', body: () => ({ text: 'È giusta' }) },
  'POST /api/benefits/covers/{firmId}/guarantee': { as: 'operator', body: () => ({ guaranteeCents: 30_000_000, reason: 'fideiussione' }) },
  'POST /api/benefits/bank-statements': { as: 'operator', body: () => `data,importo,causale,riferimento_banca\n${today()},10.00,nulla,RIP 1` },
  'POST /api/benefits/bank-lines/{lineId}/assignment': { as: 'operator', body: ({ ids }) => ({ firmId: ids.firmId }) },
  'POST /api/benefits/claims/{claimId}/withdrawal': { as: 'employee' },
  'POST /api/benefits/expiry-reminders/mine': { as: 'employee', body: () => ({ wanted: false }) },
  'POST /api/providers': { as: 'nobody', body: () => ({ name: 'Altra coop', vatNumber: '00743110157' }) },
  'POST /api/providers/{providerId}/offer-imports': { as: 'provider-admin', body: () => 'codice;titolo;prezzo;servizio;validita_giorni\nSTIRO7;"Stireria, 7 kg";45,00;laundry-ironing;90\n' },
  'POST /api/providers/offers/{offerId}/network-prices': { as: 'provider-admin', body: ({ ids }) => ({ networkId: ids.networkId, priceCents: 3_900 }) },
  'POST /api/providers/{providerId}/work-declarations': { as: 'provider-admin', body: ({ ids }) => ({ callId: ids.callId, month: today().slice(0, 7), women: { posts: 1, hours: 80 }, men: { posts: 0, hours: 0 } }) },
  'POST /api/vouchers/{voucherId}/cancellation': { as: 'employee' },
};

/** Asked already by the territory that everything is tried on, or only once in a lifetime; the same interceptor stands before them. Of a survey's answers nothing is kept, so that another body can't be told from a repeat (survey.spec). */
const once = new Set([
  'POST /api/programmes/calls/{callId}/ranking',
  'POST /api/companies/surveys/{token}/answers', 'POST /api/companies/firms/{firmId}/surveys/{surveyId}/closure',
  'POST /api/companies/firms/{firmId}/accompaniment/steps/{step}/deliverables', 'POST /api/companies/firms/{firmId}/accompaniment/steps/{step}/completion',
  ...['POST', 'DELETE'].map((method) => `${method} /api/companies/firms/{firmId}/meetings/{meetingId}/waiting`), 'DELETE /api/companies/firms/{firmId}/meetings/{meetingId}/places', 'POST /api/companies/meetings/{meetingId}/attendance',
  'DELETE /api/companies/intermediaries/{intermediaryId}/members/{memberPersonId}', 'POST /api/companies/firms/{firmId}/mandates', 'POST /api/identity/intermediaries/{intermediaryId}/codes/{memberPersonId}/renewals', 'POST /api/companies/networks/{networkId}/members', 'POST /api/companies/networks/{networkId}/members/{firmId}/departures',
  'POST /api/identity/activations', 'POST /api/identity/password-resets/confirmations', 'POST /api/identity/activation-codes/{personId}/renewals', 'POST /api/identity/operators/first',
  'POST /api/companies/firms/{firmId}/employees/{employeeId}/rehirings', 'DELETE /api/companies/people/me/family-members/{memberId}', 'DELETE /api/identity/sessions/current',
  'POST /api/programmes/calls/{callId}/applications', 'POST /api/programmes/firms/{firmId}/drafts/{callId}', 'DELETE /api/programmes/firms/{firmId}/drafts/{callId}', 'POST /api/programmes/allotments/{allotmentId}/grant-act', 'POST /api/programmes/allotments/{allotmentId}/renunciation', 'POST /api/programmes/allotments/{allotmentId}/revocation',
  'POST /api/programmes/hours-funds/{hoursFundId}/requests/{requestId}/return', ...['closure', 'report', 'verification', 'payment', 'repayments'].map((change) => `POST /api/programmes/allotments/{allotmentId}/${change}`),
  'POST /api/providers/offers/{offerId}/network-prices/{networkId}/withdrawal', 'POST /api/providers/{providerId}/accreditation', ...['', '/{callId}/{month}/{invoiceId}/file', '/{callId}/{month}/{invoiceId}/withdrawal'].map((act) => `POST /api/programmes/providers/{providerId}/invoices${act}`),
  // A pool has nothing before a plan's end: plan-course.spec draws from one, twice with a key.
  'POST /api/benefits/solidarity-pools/{firmId}/draws', 'POST /api/benefits/bank-lines/{lineId}/closure',
  'POST /api/benefits/credit-runs/{runId}/cancellation', ...['withdrawal', 'refusal'].map((act) => `POST /api/benefits/contributions/{contributionId}/${act}`), 'POST /api/benefits/claims/{claimId}/approval', 'POST /api/benefits/claims/{claimId}/review/confirmation', 'POST /api/benefits/claims/{claimId}/review/correction', 'POST /api/benefits/claim-documents', 'POST /api/benefits/expiry-reminders/{remindersId}/opt-out',
  'POST /api/providers/{providerId}/orders/{orderId}/completion', 'POST /api/marketplace/purchases', 'POST /api/vouchers/redemptions',
  'POST /api/marketplace/own-purchases', ...['withdrawal', 'transfers', 'paybacks'].map((act) => `POST /api/marketplace/purchases/{purchaseId}/${act}`),
]);

const addressOf = (name: string): string => [name.split(' ')[1]!, routeTable[name]!.query ?? []].flat().join('?').replace(/\{(\w+)\}/g, (_, id: string) => here.ids[id]!);

describe('a changing request', () => {
  it('is tried here on every route that can be repeated', () => {
    const changing = Object.entries(routeTable).flatMap(([name, { unkept }]) => (name.startsWith('GET') || unkept ? [] : [name]));
    expect([...Object.keys(repeatable), ...once].sort()).toEqual(changing.sort());
  });

  it.each(Object.keys(repeatable))('%s: fifty at once have one effect and the same bytes, and another body is refused', async (name) => {
    const { as, body } = repeatable[name]!;
    const who = here.people[as];
    const key = `the-same-${Object.keys(repeatable).indexOf(name)}`;
    const address = addressOf(name);
    const sent = body?.(here);
    const answers = await Promise.all(Array.from({ length: 50 }, () => who.post(address, sent, { key })));
    const [first] = answers.filter(({ status }) => status < 300);
    expect([name, first?.status ?? answers[0]!.text]).toEqual([name, expect.any(Number)]);
    for (const { status, text, body: problem } of answers) expect(status < 300 ? text : problem.code).toBe(status < 300 ? first!.text : 'request-in-flight');
    const again = await who.post(address, sent, { key });
    expect([again.status, again.text]).toEqual([first!.status, first!.text]);
    const other = typeof sent === 'string' ? `${sent}\n` : { ...(sent as object), surplus: 1 };
    expect(await who.post(address, other, { key })).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
  });

  it('and fifty at once left one of each', async () => {
    const { operator, 'firm-admin': owner } = here.people;
    const { items: calls } = await until(operator, '/api/programmes/calls?limit=100', ({ items }) => items.length === 2);
    expect(calls.filter(({ title }: { title: string }) => title === call.title)).toHaveLength(1);
    const { items: plans } = await until(owner, `/api/benefits/plans?firmId=${here.ids.firmId}`, ({ items }) => items.length === 2);
    expect(plans.filter(({ title }: { title: string }) => title === 'Altro piano')).toHaveLength(1);
  });
});

