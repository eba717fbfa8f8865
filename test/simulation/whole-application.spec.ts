import { OperatorBootstrap } from '@salvatempo/app-identity';
import { startProduct, type Product } from '@salvatempo/app-standalone';
import { DAY_MS, addMs, romeDate } from '@salvatempo/kernel';
import { TerritoryKeys, systemAmbient, type PlatformPorts } from '@salvatempo/runtime';
import { allRules, auditStore, eventually, memoryLog, memoryStore, SeededRandomness } from '@salvatempo/testing';
import { InjectClient } from './users/inject-client';
import { inventPerson, inventVatNumber } from './users/invented';

const invented = new SeededRandomness('whole application');
const OFFICER = { username: 'operatore@territory.example', password: 'una-password-di-prova' };
const PASSWORD = 'una-password-di-prova';

const ports: PlatformPorts = {
  store: memoryStore(),
  log: memoryLog(),
  ambient: systemAmbient,
  keys: new TerritoryKeys(Buffer.alloc(32, 3)),
  hasher: {
    hash: async (password) => `plain ${password}`,
    verify: async (hash, password) => hash === `plain ${password}`,
  },
  mail: { send: async () => undefined },
  processLog: { info: () => undefined, warn: () => undefined, error: (_facts, message) => void errors.push(message) },
  publicUrl: 'http://salvatempo.example',
};
const errors: string[] = [];
let product: Product;

beforeAll(async () => {
  product = await startProduct(ports);
  await product.app.get(OperatorBootstrap).ensureOperator(OFFICER.username, OFFICER.password);
});
afterAll(() => product.stop());

let clients = 0;
const client = () => new InjectClient(product.app.getHttpAdapter().getInstance(), `client-${(clients += 1)}`);

async function signedUp(
  username: string,
  role: string,
  register: (client: InjectClient) => Promise<unknown>,
): Promise<InjectClient> {
  const person = client();
  await person.post('/api/identity/accounts', { username, password: PASSWORD });
  await person.signIn(username, PASSWORD);
  await register(person);
  await person.until('/api/identity/sessions/current', ({ roles }: { roles: { role: string }[] }) =>
    roles.some((grant) => grant.role === role),
  );
  return person;
}

/** A firm with one employee who has 100 euros of credit, and its allotment of a call. */
async function firmOf(callId: string) {
  const person = inventPerson(invented);
  let firmId = '';
  const owner = await signedUp('titolare@firm.example', 'firm-admin', async (by) => {
    const facts = { name: 'Sartoria', vatNumber: inventVatNumber(invented), employeesCount: 1, occupatiCount: 2 };
    ({ firmId } = await by.post<{ firmId: string }>('/api/companies/firms', {
      ...facts,
      sector: '14.13',
      municipality: 'E648',
      declarationAccepted: true,
    }));
  });
  await owner.post(
    `/api/companies/firms/${firmId}/employee-imports`,
    `codice_fiscale,nome,cognome\n${person.fiscalCode},${person.name},${person.surname}\n`,
  );
  type Sheet = { items: { code?: string }[] };
  const sheet = await owner.until<Sheet>(
    `/api/identity/activation-codes?firmId=${firmId}`,
    ({ items }) => items[0]?.code !== undefined,
  );
  const { planId } = await owner.post<{ planId: string }>('/api/benefits/plans', {
    firmId,
    title: 'Piano',
    source: 'ATTO_UNILATERALE',
  });
  const validUntil = romeDate(addMs(systemAmbient.clock.now(), 30 * DAY_MS));
  await eventually(
    () => owner.post(`/api/benefits/plans/${planId}/credit-runs`, { amountCents: 10_000, letter: 'c.3', validUntil }),
    'somebody to credit',
  );
  await owner.post(`/api/programmes/calls/${callId}/applications`, { firmId });
  const employee = client();
  await employee.post('/api/identity/activations', {
    fiscalCode: person.fiscalCode,
    code: sheet.items[0]!.code,
    password: PASSWORD,
  });
  await employee.signIn(person.fiscalCode, PASSWORD);
  return { owner, firmId, employee, fiscalCode: person.fiscalCode };
}

async function cooperativeOf(officer: InjectClient) {
  let providerId = '';
  const manager = await signedUp('cooperativa@coop.example', 'provider-admin', async (by) => {
    ({ providerId } = await by.post<{ providerId: string }>('/api/providers', {
      name: 'Tempo Buono',
      vatNumber: inventVatNumber(invented),
    }));
  });
  await officer.post(`/api/providers/${providerId}/accreditation`, {});
  await manager.post(
    `/api/providers/${providerId}/offer-imports`,
    'codice;titolo;prezzo;servizio;validita_giorni\nS5;Stireria;40,00;laundry-ironing;90\n',
  );
  return { manager, providerId };
}

interface Quote {
  readonly quoteId: string;
  readonly totalCents: number;
  readonly shares: readonly { readonly amountCents: number }[];
}

async function buy(
  employee: InjectClient,
  offerId: string,
  expiresAt?: string,
): Promise<{ purchaseId: string; voucherId: string }> {
  const split = ({ shares }: Quote) => shares.map(({ amountCents }) => amountCents).join() === '2800,1200';
  const { quoteId, totalCents } = await employee.until<Quote>(`/api/marketplace/quotes?offerId=${offerId}`, split);
  return employee.post('/api/marketplace/purchases', { offerId, quoteId, totalCents, ...(expiresAt && { expiresAt }) });
}

const ended = (employee: InjectClient, purchaseId: string, as: string) =>
  employee.until(
    `/api/marketplace/purchases/${purchaseId}`,
    ({ status, payments }: { status: string; payments: { status: string }[] }) =>
      status === as && payments.every((payment) => payment.status === (as === 'settled' ? 'paid' : 'released')),
  );

it('the whole application on ports in memory: redeemed, cancelled and expired purchases add up to the cent', async () => {
  const officer = client();
  await officer.signIn(OFFICER.username, OFFICER.password);
  await officer.until('/api/identity/sessions/current', ({ roles }: { roles: object[] }) => roles.length > 0);
  const day = (days: number) => addMs(systemAmbient.clock.now(), days * DAY_MS);
  const money = { incentiveBasisPoints: 7_000, firmCapCents: 100_000, personCapCents: 50_000, budgetCents: 5_000_000 };
  const terms = {
    title: 'Bando',
    maxHeadcount: 3,
    headcountBasis: 'employees',
    eligibleServiceCodes: ['laundry-ironing'],
    opensAt: day(-1),
    closesAt: day(60),
  };
  const { callId } = await officer.post<{ callId: string }>('/api/programmes/calls', { ...money, ...terms });
  const { owner, firmId, employee, fiscalCode } = await firmOf(callId);
  const { manager, providerId } = await cooperativeOf(officer);
  const offers = await employee.until<{ items: { offerId: string }[] }>(
    '/api/providers/offers',
    ({ items }) => items.length > 0,
  );
  const { offerId } = offers.items[0]!;

  const first = await buy(employee, offerId);
  const { code } = await employee.get<{ code: string }>(`/api/vouchers/${first.voucherId}`);
  await manager.post('/api/vouchers/redemptions', { code, holderFiscalCode: fiscalCode });
  await expect(manager.post('/api/vouchers/redemptions', { code, holderFiscalCode: fiscalCode })).rejects.toThrow(
    '409',
  );
  type Orders = { items: { orderId: string }[] };
  const orders = await manager.until<Orders>(
    `/api/providers/${providerId}/orders?status=open`,
    ({ items }) => items.length === 1,
  );
  await manager.post(`/api/providers/${providerId}/orders/${orders.items[0]!.orderId}/completion`, {});
  await ended(employee, first.purchaseId, 'settled');

  const second = await buy(employee, offerId);
  await employee.post(`/api/vouchers/${second.voucherId}/cancellation`, {});
  await ended(employee, second.purchaseId, 'cancelled');
  const third = await buy(employee, offerId, addMs(systemAmbient.clock.now(), 1_500));
  await ended(employee, third.purchaseId, 'expired');

  await owner.until(`/api/benefits/bills/${firmId}`, ({ owesCents }: { owesCents: number }) => owesCents === 1_200);
  await manager.until(
    `/api/providers/${providerId}/statements`,
    ({ items }: { items: { dueCents: number }[] }) => items[0]?.dueCents === 4_000,
  );
  const fund = { budgetCents: 5_000_000, committedCents: 97_200, paidCents: 2_800, freeCents: 4_900_000 };
  await officer.until(
    `/api/programmes/calls/${callId}`,
    (call: { fund: object }) => JSON.stringify(call.fund) === JSON.stringify(fund),
  );

  await product.engine.flush();
  const { aggregates } = product.engine;
  expect(await auditStore(ports.store, aggregates, allRules(aggregates), systemAmbient.clock.now())).toEqual([]);
  expect(errors).toEqual([]);
}, 30_000);
