import { Module, type DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { employeeAdded, holdCredit, pinCredit, spendCredit, type MessageType } from '@salvatempo/contracts';
import { PrincipalTokens, type Principal, type RoleGrant } from '@salvatempo/http';
import { DAY_MS, derivedId, PASS_DEADLINE, romeDate, type Command } from '@salvatempo/kernel';
import { Engine, type AggregateRunner, type LogServer } from '@salvatempo/messaging';
import { httpApplication, PlatformModule, runnerOf, TerritoryKeys, type PlatformPorts } from '@salvatempo/runtime';
import { eventually, HandClock, memoryAmbient, memoryLog, memoryStore } from '@salvatempo/testing';
import { creditRun, type CreditRun } from './credit-people/credit-run.aggregate';
import { coverIdOf, firmCover, MAX_OPEN_RUNS, type FirmCover } from './domain/firm-cover';
import { register, receive } from './domain/firm-cover.fixture';
import { premium, type Premium } from './domain/premium';
import { premiumYear, premiumYearIdOf, type PremiumYear } from './domain/premium-year';
import { premiumIdOf } from './import-premiums/import-premiums.consumer';
import { BenefitsModule } from './index';

@Module({})
class Alone {}

const troubles: unknown[] = [];
const listening = { info: () => undefined, warn: () => undefined, error: (facts: unknown) => troubles.push(facts) };
const someone = (name: string, ...roles: RoleGrant[]): Principal => ({ personId: derivedId('per', name), sessionId: derivedId('ses', name), roles });
const firmId = derivedId('com', 'one');
const owner = someone('owner', { role: 'firm-admin', organisationId: firmId });
const employee = someone('marta', { role: 'employee', organisationId: firmId });
const operator = someone('operator', { role: 'operator', organisationId: 'territory' });
const accountId = derivedId('acc', firmId, employee.personId);

let app: NestFastifyApplication;
let engine: Engine;
let server: LogServer;
let ports: PlatformPorts;
let clock: HandClock;
let planId: string;
let count = 0;

type Body = Record<string, unknown> & { items?: Record<string, unknown>[] };
async function send(method: 'GET' | 'POST', path: string, who: Principal, payload?: object | string) {
  const headers = { authorization: `Bearer ${await app.get(PrincipalTokens).sign(who)}`, prefer: 'wait=2', ...(method === 'POST' && { 'idempotency-key': `key-${++count}-spec` }), ...(typeof payload === 'string' && { 'content-type': 'text/csv' }) };
  const response = await app.inject({ method, url: `/api/benefits/${path}`, headers, ...(payload !== undefined && { payload }) });
  return { status: response.statusCode, body: JSON.parse(response.body) as Body };
}

/** A cause of its own, for a command that no route sends. */
const because = () => ({ id: derivedId('cau', String(++count)), time: clock.now(), correlationId: 'spec', tenantId: 'territory' });

/** A message from elsewhere, twice, as a log may. */
async function deliver<D extends object>({ type, topic, service }: MessageType<D>, key: string, data: D, sequence?: number): Promise<void> {
  const id = `${key}:${++count}:1`;
  const envelope = { specversion: '1.0', id, source: `/salvatempo/${service}`, type, subject: key, time: clock.now(), datacontenttype: 'application/json', partitionkey: key, ...(sequence !== undefined && { sequence }), correlationid: id, causationid: id, tenantid: 'territory', data };
  const record = { topic, key, value: JSON.stringify(envelope) };
  await ports.log.publish([record, record]);
}

beforeEach(async () => {
  clock = new HandClock();
  ports = { store: memoryStore(), log: memoryLog(), ambient: memoryAmbient(clock), keys: new TerritoryKeys(Buffer.alloc(32, 7)), processLog: listening, publicUrl: 'http://localhost' } as unknown as PlatformPorts;
  engine = new Engine({ store: ports.store, log: ports.log, ambient: ports.ambient });
  const root: DynamicModule = { module: Alone, imports: [PlatformModule.of(ports, engine), BenefitsModule] };
  ({ app, server } = await httpApplication(root, ports));
  await app.startAllMicroservices();
  await app.init();
  engine.start();
  const employeeId = derivedId('emp', firmId, employee.personId);
  await deliver(employeeAdded, employeeId, { employeeId, firmId, personId: employee.personId }, 1);
  planId = String((await send('POST', 'plans', owner, { firmId, title: 'Piano', source: 'CCNL' })).body['planId']);
});

afterEach(async () => {
  await Promise.all([app.close(), server.close()]);
  await engine.stop();
  expect(troubles.splice(0)).toEqual([]);
});

const credit = () =>
  eventually(async () => {
    const { status, body } = await send('POST', `plans/${planId}/credit-runs`, owner, { amountCents: 10_000, letter: 'f', validUntil: romeDate('2027-08-31T08:00:00.000Z') });
    return status < 300 && body;
  }, 'somebody to credit');
const cover = async (): Promise<Body> => (await send('GET', `covers/${firmId}`, owner)).body;
const proformas = async (): Promise<Record<string, unknown>[]> => (await send('GET', `covers/${firmId}/proformas`, owner)).body.items!;
const spendable = async (): Promise<unknown> => (await send('GET', 'accounts/mine', employee)).body['spendableCents'];
const pay = async (reference: unknown, euro: string): Promise<void> => {
  const file = `data,importo,causale,riferimento_banca\n${romeDate(clock.now())},${euro}.00,${String(reference)},CRO ${++count}`;
  expect(await send('POST', 'bank-statements', operator, file)).toMatchObject({ status: 200, body: { matched: 1 } });
};
/** As the deadline watcher does; its timers are of the real world. */
const dayPasses = async (days: number): Promise<void> => {
  clock.pass(days * DAY_MS);
  const cause = { id: `deadline:${clock.now()}`, time: clock.now(), correlationId: 'spec', tenantId: 'territory' };
  await app.get<AggregateRunner<FirmCover>>(runnerOf(firmCover)).execute(coverIdOf(firmId), { type: PASS_DEADLINE, data: { deadlineAt: clock.now() } }, cause);
};
const hold = (purchaseId: string, amountCents: number): Promise<void> =>
  deliver(holdCredit, accountId, { accountId, purchaseId, amountCents, letter: 'f', benefitValueCents: amountCents, taxYear: 2026, expiresAt: '2026-12-31T08:00:00.000Z' });
const told = async (type: string, purchaseId: string): Promise<{ code?: string } | undefined> => {
  const found = (await ports.store.journal.since(0, 1_000)).map(({ body }) => JSON.parse(body) as { type: string; data: { purchaseId?: string; code?: string } });
  return found.find((event) => event.type === `benefits.${type}.v1` && event.data.purchaseId === purchaseId)?.data;
};

describe('a firm with as many open pro-formas as it may have', () => {
  const of = (command: Command): Command => ({ ...command, data: { ...command.data, firmId } });

  it('is told so before anything begins; a run that comes to its cover all the same goes on by itself after a transfer', async () => {
    const covers = app.get<AggregateRunner<FirmCover>>(runnerOf(firmCover));
    const runs = app.get<AggregateRunner<CreditRun>>(runnerOf(creditRun));
    const cents = 1_000_000;
    for (let n = 0; n < MAX_OPEN_RUNS; n++) await covers.execute(coverIdOf(firmId), of(register(derivedId('run', String(n)), cents)), because());
    expect(await send('POST', `plans/${planId}/credit-runs`, owner, { amountCents: 10_000, letter: 'f', validUntil: '2027-08-31' })).toMatchObject({ status: 409, body: { code: 'proformas-too-many' } });

    const runId = derivedId('run', 'of a premium');
    const lot = { amountCents: 40_000, letter: 'f', origin: 'premio-di-risultato', unit: 'EUR', validFrom: clock.now(), validUntil: '2027-08-31T21:59:59.999Z' };
    await runs.execute(runId, { type: 'start-run', data: { planId: derivedId('prm', 'one'), firmId, lot, personIds: [employee.personId] } }, because());
    const shown = async (): Promise<unknown> => (await send('GET', `credit-runs/${runId}`, owner)).body['status'];
    await eventually(async () => (await shown()) === 'put-off', 'the run to be put off');
    const announced = async () => (await send('GET', 'accounts/mine/announced', employee)).body.items!;
    await eventually(async () => (await announced()).length === 1, 'it to be announced');

    await covers.execute(coverIdOf(firmId), of(receive(derivedId('bkl', 'one'), MAX_OPEN_RUNS * cents)), because());
    clock.pass(DAY_MS);
    await runs.execute(runId, { type: PASS_DEADLINE, data: { deadlineAt: clock.now() } }, because());
    await eventually(async () => (await spendable()) === 40_000, 'the credit');
    expect([await shown(), await announced()]).toEqual(['completed', []]);
    expect(await cover()).toMatchObject({ receivedCents: MAX_OPEN_RUNS * cents, creditedCents: MAX_OPEN_RUNS * cents + 40_000, guaranteeUsedCents: 40_000 });
  });
});

describe('a firm that doesn’t pay', () => {
  it('is in arrears, then in default, and regular again by its transfer; what was bought before is paid', async () => {
    const [before, during, allowed] = ['before', 'during', 'allowed'].map((name) => derivedId('pur', name)) as [string, string, string];
    expect((await credit())['status']).toBe('completed');
    await eventually(async () => (await spendable()) === 10_000, 'the credit');
    await hold(before, 3_000);
    await deliver(pinCredit, accountId, { accountId, purchaseId: before });
    await dayPasses(36);
    expect(await cover()).toMatchObject({ standing: 'regular', dueAt: '2026-10-01T21:59:59.999Z' });
    await dayPasses(2);
    expect(await cover()).toMatchObject({ standing: 'in-arrears', guaranteeUsedCents: 10_000 });

    // Within the guarantee, and waiting all the same until it is paid itself.
    expect((await credit())['status']).toBe('awaiting-transfer');
    expect((await send('GET', 'accounts/mine/announced', employee)).body.items).toHaveLength(1);
    const [second, first] = await eventually(async () => ((await proformas()).length === 2 ? proformas() : undefined), 'the second pro-forma');
    await pay(second!['reference'], '100');
    await eventually(async () => (await spendable()) === 17_000, 'the credit that is paid');

    await dayPasses(23);
    expect(await cover()).toMatchObject({ standing: 'in-default' });
    await hold(during, 10_001);
    expect(await eventually(() => told('credit-refused', during), 'the refusal')).toMatchObject({ code: 'firm-in-default' });
    expect((await send('GET', 'accounts/mine/simulation?letter=f&amountCents=10001', employee)).body).toMatchObject({ allowed: false, refusal: { code: 'firm-in-default' } });
    expect((await send('GET', 'accounts/mine', employee)).body).toMatchObject({ spendableCents: 17_000, suspendedCents: 7_000 });
    await hold(allowed, 10_000);
    await eventually(() => told('credit-held', allowed), 'what is paid to be held');
    await deliver(spendCredit, accountId, { accountId, purchaseId: before });
    await eventually(() => told('credit-spent', before), 'the live voucher to be paid');

    await pay(first!['reference'], '99');
    await eventually(async () => (await cover())['guaranteeUsedCents'] === 100, 'a part');
    expect(await cover()).toMatchObject({ standing: 'in-default' });
    await pay(first!['reference'], '2');
    await eventually(async () => (await cover())['standing'] === 'regular', 'the firm to be regular');
    expect(await cover()).toMatchObject({ receivedCents: 20_100, creditedCents: 20_000, guaranteeUsedCents: 0, freeCents: 100, spentCents: 3_000 });
    expect((await proformas()).map(({ status }) => status)).toEqual(['paid', 'paid']);
    expect((await send('GET', 'accounts/mine', employee)).body).not.toHaveProperty('suspendedCents');
    await hold(during, 7_000);
    await eventually(() => told('credit-held', during), 'the purchase to go');
  });
});

describe('a choice of a premium that its process left halfway', () => {
  const year = 2026;
  const premiumOf = (firm: string): string => premiumIdOf({ firmId: firm, personId: employee.personId, year });
  const [here, there] = [premiumOf(firmId), premiumOf(derivedId('com', 'other'))];
  const yearId = premiumYearIdOf({ personId: employee.personId, year });
  const attempt = { personId: employee.personId, year, premiumId: there, attemptId: derivedId('cho', 'left') };
  let premiums: AggregateRunner<Premium>;
  let years: AggregateRunner<PremiumYear>;

  const choose = (convertedCents: number) => send('POST', `premiums/${here}/choice`, employee, { convertedCents });
  const held = { heldCents: 300_000, chooseBy: '2026-12-31T00:00:00.000Z' };
  const shares = async () => (await years.load(yearId))!.state.shares;
  const lookAfter = async (): Promise<void> => {
    clock.pass(600_000);
    await years.execute(yearId, { type: PASS_DEADLINE, data: { deadlineAt: clock.now() } }, because());
  };

  beforeEach(async () => {
    premiums = app.get(runnerOf(premium));
    years = app.get(runnerOf(premiumYear));
    const contract = { firmId, title: 'Accordo', kind: 'increments', signedOn: '2026-03-01', depositedOn: '2026-03-10', variableMeasurable: true, allowsConversion: true, letters: ['f'] };
    const { contractId } = (await send('POST', 'premium-contracts', owner, contract)).body;
    const terms = { contractId, personId: employee.personId, year, paidOn: '2026-10-27', amountCents: 300_000, favoured: true, capCents: 500_000, taxBasisPoints: 100, contributionsBasisPoints: 919, convertibleCents: 300_000, letters: ['f'] };
    const offer = { ...terms, chooseUntil: '2026-10-10T21:59:59.999Z', creditUntil: '2027-12-31T22:59:59.999Z' };
    await premiums.execute(here, { type: 'offer-premium', data: { ...offer, firmId } }, because());
    await premiums.execute(there, { type: 'offer-premium', data: { ...offer, firmId: derivedId('com', 'other') } }, because());
    const hold = { ...attempt, convertedCents: 300_000, wantedCents: 300_000, convertibleCents: 300_000, capCents: 500_000, capOfChoiceCents: 500_000, declaredCents: 0, known: [] };
    await years.execute(yearId, { type: 'hold-premium-cap', data: hold }, because());
  });

  it('gives back what it held once the premium says that nobody chose', async () => {
    expect(await choose(300_000)).toMatchObject({ status: 422, body: { code: 'premium-above-cap', params: { mostCents: 200_000 } } });
    await lookAfter();
    await eventually(async () => (await shares())[there]?.hold === undefined, 'the hold to end');
    expect(await choose(300_000)).toMatchObject({ status: 200, body: { convertedCents: 300_000, capLeftCents: 200_000 } });
  });

  it('keeps what was chosen after all', async () => {
    await premiums.execute(there, { type: 'choose-premium', data: { convertedCents: 300_000, capOfChoiceCents: 500_000, ...held } }, because());
    await lookAfter();
    await eventually(async () => (await shares())[there]?.usedCents === 300_000, 'the year to know');
    expect((await shares())[there]).not.toHaveProperty('hold');
    expect(await choose(200_001)).toMatchObject({ status: 422, body: { code: 'premium-above-cap', params: { mostCents: 200_000 } } });
    expect(await choose(200_000)).toMatchObject({ status: 200, body: { convertedCents: 200_000, otherEmployersCents: 300_000, capLeftCents: 0 } });
  });

  it('lets nobody choose the same premium meanwhile, and gives back what a refused choice held', async () => {
    expect(await send('POST', `premiums/${there}/choice`, employee, { convertedCents: 1 })).toMatchObject({ status: 409, body: { code: 'premium-changing' } });
    expect(await send('POST', `premiums/${here}/choice`, employee, { convertedCents: 1, letter: 'd-bis' })).toMatchObject({ status: 422, body: { code: 'premium-letter' } });
    expect(Object.keys(await shares())).toEqual([there]);
  });
});
