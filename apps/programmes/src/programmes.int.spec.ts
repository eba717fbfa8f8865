import { Module, type DynamicModule, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { firmRegistered, holdIncentive, payIncentive, pinIncentive, releaseIncentive, type MessageType } from '@salvatempo/contracts';
import { PrincipalTokens, type Principal, type RoleGrant } from '@salvatempo/http';
import { addMs, DAY_MS, derivedId } from '@salvatempo/kernel';
import { Engine, type LogServer } from '@salvatempo/messaging';
import { httpApplication, PlatformModule, TerritoryKeys, type PlatformPorts } from '@salvatempo/runtime';
import { eventually, HandClock, memoryAmbient, memoryLog, memoryStore } from '@salvatempo/testing';
import { ProgrammesModule } from './index';

@Module({})
class Alone {}
const alone = (service: Type, ports: PlatformPorts, engine: Engine): DynamicModule => ({ module: Alone, imports: [PlatformModule.of(ports, engine), service] });

const troubles: unknown[] = [];
const listening = { info: () => undefined, warn: () => undefined, error: (facts: unknown) => troubles.push(facts) };
const person = (name: string, ...roles: RoleGrant[]): Principal => ({ personId: derivedId('per', name), sessionId: derivedId('ses', name), roles });
const firmId = derivedId('com', 'firm');
const otherFirmId = derivedId('com', 'other firm');
const operator = person('operator', { role: 'operator', organisationId: 'territory' });
const owner = person('owner', { role: 'firm-admin', organisationId: firmId });
const otherOwner = person('other owner', { role: 'firm-admin', organisationId: otherFirmId });
const employee = person('employee', { role: 'employee', organisationId: firmId });
const nobody = person('nobody');
const terms = {
  title: 'Tempo per te',
  incentiveBasisPoints: 7_000,
  firmCapCents: 100_000,
  personCapCents: 50_000,
  budgetCents: 150_000,
  maxHeadcount: 3,
  headcountBasis: 'employees',
  eligibleServiceCodes: ['laundry-ironing'],
  opensAt: '2026-08-01T00:00:00Z',
  closesAt: '2026-12-01T00:00:00+01:00',
};

let app: NestFastifyApplication;
let engine: Engine;
let server: LogServer;
let ports: PlatformPorts;
let keys = 0;
let sent = 0;

beforeEach(async () => {
  const ambient = memoryAmbient(new HandClock());
  ports = { store: memoryStore(), log: memoryLog(), ambient, keys: new TerritoryKeys(Buffer.alloc(32, 7)), processLog: listening, publicUrl: 'http://localhost' } as unknown as PlatformPorts;
  engine = new Engine({ store: ports.store, log: ports.log, ambient });
  ({ app, server } = await httpApplication(alone(ProgrammesModule, ports, engine), ports));
  await app.startAllMicroservices();
  await app.init();
  engine.start();
});

afterEach(async () => {
  await Promise.all([app.close(), server.close()]);
  await engine.stop();
  expect(troubles).toEqual([]);
});

type Answered = { status: number; body: Record<string, unknown> & { fund?: Record<string, number>; items?: Record<string, unknown>[] }; headers: Record<string, unknown> };

async function send(method: 'GET' | 'POST', url: string, who: Principal | undefined, payload?: object, headers: Record<string, string> = {}): Promise<Answered> {
  const key = method === 'POST' ? { 'idempotency-key': `key-${++keys}-spec` } : {};
  const signedIn = who && { authorization: `Bearer ${await app.get(PrincipalTokens).sign(who)}` };
  const response = await app.inject({ method, url, headers: { ...signedIn, ...key, ...headers }, ...(payload && { payload }) });
  return { status: response.statusCode, body: JSON.parse(response.body) as Answered['body'], headers: response.headers };
}
const get = (url: string, who?: Principal) => send('GET', url, who);
const post = (url: string, who: Principal | undefined, payload?: object, headers?: Record<string, string>) => send('POST', url, who, payload, headers);

/** A message from elsewhere, as the log would bring it. */
async function deliver<D extends object>({ type, topic, service }: MessageType<D>, key: string, data: D, sequence?: number): Promise<void> {
  const id = `outside:${++sent}`;
  const envelope = { specversion: '1.0', id, source: `/salvatempo/${service}`, type, subject: key, time: ports.ambient.clock.now(), datacontenttype: 'application/json', partitionkey: key, ...(sequence && { sequence }), correlationid: id, causationid: id, tenantid: 'territory', data };
  await ports.log.publish([{ topic, key, value: JSON.stringify(envelope) }]);
}
const registerFirm = (id: string, employeesCount: number) =>
  deliver(firmRegistered, id, { firmId: id, ownerPersonId: owner.personId, employeesCount, occupatiCount: employeesCount + 1, sector: '96.01', municipality: 'E648' }, 1);

const WAIT = { prefer: 'wait=2' };
const openCall = async (changes: object = {}): Promise<string> => String((await post('/api/programmes/calls', operator, { ...terms, ...changes })).body.callId);
const apply = (callId: string, who = owner, id = firmId) => post(`/api/programmes/calls/${callId}/applications`, who, { firmId: id }, WAIT);

describe('calls', () => {
  it('are opened by operators, read by everybody who is signed in, with the figures of their fund', async () => {
    const opened = await post('/api/programmes/calls', operator, terms);
    expect(opened).toMatchObject({ status: 201, body: { incentiveBasisPoints: 7_000, closesAt: '2026-11-30T23:00:00.000Z', fund: { budgetCents: 150_000, freeCents: 150_000 } } });
    const url = String(opened.headers.location);
    expect(await get(url, nobody)).toMatchObject({ status: 200, body: opened.body });
    const listed = await send('GET', '/api/programmes/calls', nobody, undefined, { 'salvatempo-position': String(opened.headers['salvatempo-position']) });
    expect(listed.body.items).toEqual([opened.body]);
  });

  it('refuse a wrong role, a missing sign-in, an unknown field, a wrong type and dates the wrong way round', async () => {
    expect((await post('/api/programmes/calls', owner, terms)).body.code).toBe('not-allowed');
    expect((await post('/api/programmes/calls', undefined, terms)).body.code).toBe('not-signed-in');
    for (const wrong of [{ extra: 1 }, { budgetCents: '1' }, { budgetCents: 1.5 }, { title: ' ' }, { title: 'x'.repeat(121) }, { opensAt: '2026-08-01T00:00:00' }, { opensAt: '2026-02-30T00:00:00Z' }, { eligibleServiceCodes: [] }])
      expect(await post('/api/programmes/calls', operator, { ...terms, ...wrong })).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
    expect(await post('/api/programmes/calls', operator, { ...terms, closesAt: '2026-08-01T00:00:00Z' })).toMatchObject({ status: 422, body: { code: 'call-dates' } });
    expect(await get('/api/programmes/calls/cal_x', nobody)).toMatchObject({ status: 404, body: { code: 'call-not-found' } });
  });
});

describe('applications', () => {
  it('reserve the cap of the firm against the budget, and a second one is a conflict', async () => {
    const callId = await openCall();
    await registerFirm(firmId, 3);
    const granted = await apply(callId);
    expect(granted).toMatchObject({ status: 200, body: { status: 'granted', grantedCents: 100_000, freeCents: 100_000 } });
    expect((await get(`/api/programmes/calls/${callId}`, nobody)).body.fund).toEqual({ budgetCents: 150_000, committedCents: 100_000, paidCents: 0, freeCents: 50_000 });
    expect(await apply(callId)).toMatchObject({ status: 409, body: { code: 'allotment-already-requested' } });
    const url = `/api/programmes/allotments/${String(granted.body.allotmentId)}`;
    for (const who of [owner, employee, operator]) expect((await get(url, who)).body).toEqual(granted.body);
    expect((await get(url, otherOwner)).body.code).toBe('not-allowed');
    const lists = await eventually(async () => {
      const pages = await Promise.all([owner, employee, operator].map((who) => get('/api/programmes/allotments', who)));
      return pages.every(({ body }) => body.items?.[0]?.status === 'granted') && pages;
    }, 'the allotment in each list');
    for (const { body } of lists) expect(body.items).toEqual([granted.body]);
    expect((await get(`/api/programmes/allotments?callId=${derivedId('cal', 'none')}`, operator)).body.items).toEqual([]);
    expect((await get(`/api/programmes/allotments?callId=${callId}`, operator)).body.items).toEqual([granted.body]);
    expect((await get(`/api/programmes/allotments?firmId=${firmId}`, otherOwner)).body.code).toBe('not-allowed');
    expect((await get(`/api/programmes/allotments?firmId=${otherFirmId}`, otherOwner)).body.items).toEqual([]);
  });

  it('are refused with a code when the budget or the headcount says so', async () => {
    const callId = await openCall();
    await registerFirm(firmId, 3);
    await registerFirm(otherFirmId, 3);
    await apply(callId);
    expect((await apply(callId, otherOwner, otherFirmId)).body).toMatchObject({ status: 'refused', refusal: { code: 'budget-exhausted' } });
    expect((await apply(await openCall({ maxHeadcount: 2 }))).body).toMatchObject({ status: 'refused', grantedCents: 0, refusal: { code: 'headcount-too-high' } });
    expect((await apply(await openCall({ opensAt: '2026-09-02T00:00:00Z' }))).body).toMatchObject({ status: 'refused', refusal: { code: 'call-not-open-yet' } });
  });

  it('say why: each rule of the call with what was known, to the firm and the operator', async () => {
    const rules = { eligibleSectors: ['47'], eligibleMunicipalities: ['F205'], requiredMemberships: ['rete-lodi'], noDoubleFunding: true, declarationDays: 1, textVersion: '1.2', text: 'Articolo 1' };
    const callId = await openCall(rules);
    expect((await get(`/api/programmes/calls/${callId}`, nobody)).body).toMatchObject(rules);
    await registerFirm(firmId, 3);
    const refused = await post(`/api/programmes/calls/${callId}/applications`, owner, { firmId, otherFunding: true }, WAIT);
    expect(refused.body).toMatchObject({ status: 'refused', refusal: { code: 'sector-not-eligible' } });
    const url = `/api/programmes/allotments/${String(refused.body.allotmentId)}/explanation`;
    const { body } = await get(url, owner);
    const against = (body.reasons as { code: string; holds: boolean; detail: string }[]).filter(({ holds }) => !holds);
    expect(body).toMatchObject({ outcome: 'refused', code: 'sector-not-eligible', place: 1, textVersion: '1.2' });
    expect(against.map(({ code }) => code)).toEqual(['sector-not-eligible', 'municipality-not-eligible', 'membership-missing', 'double-funding']);
    expect(against[0]!.detail).toBe('Settore ATECO: 96.01; iscrizione all’Albo artigiani: no. Il bando ammette: 47.');
    expect((await get(url, operator)).body).toEqual(body);
    for (const who of [otherOwner, employee]) expect((await get(url, who)).body.code).toBe('not-allowed');
    expect((await get('/api/programmes/allotments/alt_x/explanation', operator)).body.code).toBe('allotment-not-found');
  });

  it('of artisans and members are admitted by what they declare', async () => {
    await registerFirm(firmId, 3);
    const callId = await openCall({ artisansAdmitted: true, requiredMemberships: ['rete-lodi', 'confartigianato'] });
    expect((await apply(callId)).body).toMatchObject({ status: 'refused', refusal: { code: 'sector-not-eligible' } });
    const again = await post(`/api/programmes/calls/${callId}/applications`, owner, { firmId, artisan: true, memberships: ['confartigianato'] }, WAIT);
    expect(again.body).toMatchObject({ status: 'granted', grantedCents: 100_000 });
    const reasons = (await get(`/api/programmes/allotments/${String(again.body.allotmentId)}/explanation`, owner)).body.reasons as { holds: boolean }[];
    expect(reasons.every(({ holds }) => holds)).toBe(true);
  });

  it('wait for a firm that is not known here yet', async () => {
    const callId = await openCall();
    const pending = await post(`/api/programmes/calls/${callId}/applications`, owner, { firmId });
    expect(pending).toMatchObject({ status: 202, body: { status: 'pending' } });
    expect(await get(`${String(pending.headers.location)}/explanation`, owner)).toMatchObject({ status: 409, body: { code: 'allotment-undecided' } });
    await registerFirm(firmId, 3);
    await eventually(async () => (await get(String(pending.headers.location), owner)).body.status === 'granted', 'the firm to be known');
  });

  it('are made by the firm’s own administrators, to a call that is there', async () => {
    const callId = await openCall();
    expect((await apply(callId, otherOwner)).body.code).toBe('not-allowed');
    expect((await apply(callId, employee)).body.code).toBe('not-allowed');
    expect((await apply(derivedId('cal', 'none'))).body.code).toBe('call-not-found');
    expect((await post(`/api/programmes/calls/${callId}/applications`, owner, { firmId: 'x' })).body.code).toBe('invalid-request');
  });
});

describe('holds of purchases', () => {
  it('that nobody pins end by the clock', async () => {
    const callId = await openCall();
    await registerFirm(firmId, 3);
    const allotmentId = String((await apply(callId)).body.allotmentId);
    const heldCents = async () => (await get(`/api/programmes/allotments/${allotmentId}`, owner)).body.heldCents;
    const clock = ports.ambient.clock as HandClock;
    await deliver(holdIncentive, allotmentId, { allotmentId, purchaseId: derivedId('pur', 'left'), personId: employee.personId, amountCents: 2_800, expiresAt: addMs(clock.now(), 50) });
    await eventually(async () => (await heldCents()) === 2_800, 'the hold');
    clock.pass(50);
    await eventually(async () => (await heldCents()) === 0, 'the hold to end');
  });

  it('become payments of the fund, or go back, each answered and each once', async () => {
    const callId = await openCall();
    await registerFirm(firmId, 3);
    const allotmentId = String((await apply(callId)).body.allotmentId);
    const of = (name: string) => ({ allotmentId, purchaseId: derivedId('pur', name) });
    for (const name of ['paid', 'released'])
      await deliver(holdIncentive, allotmentId, { ...of(name), personId: employee.personId, amountCents: 2_800, expiresAt: '2026-09-01T08:05:00.000Z' });
    for (const name of ['paid', 'released']) await deliver(pinIncentive, allotmentId, of(name));
    await eventually(async () => {
      const stored = await ports.store.documents.load('programmes.allotment', allotmentId);
      const { holds } = stored!.state as unknown as { holds: { pinned: boolean }[] };
      return holds.length === 2 && holds.every(({ pinned }) => pinned);
    }, 'both holds to be pinned');
    (ports.ambient.clock as HandClock).pass(DAY_MS);
    await deliver(payIncentive, allotmentId, of('paid'));
    await deliver(releaseIncentive, allotmentId, of('released'));
    await eventually(async () => (await get(`/api/programmes/calls/${callId}`, nobody)).body.fund?.paidCents === 2_800, 'the payment at the fund');
    expect((await get(`/api/programmes/allotments/${allotmentId}`, owner)).body).toMatchObject({ grantedCents: 100_000, heldCents: 0, paidCents: 2_800, freeCents: 97_200 });
    expect((await get(`/api/programmes/calls/${callId}`, nobody)).body.fund).toEqual({ budgetCents: 150_000, committedCents: 97_200, paidCents: 2_800, freeCents: 50_000 });
  });
});
