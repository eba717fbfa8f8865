import { Module, type DynamicModule, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { purchaseSettled, voucherRedeemed, type MessageType } from '@salvatempo/contracts';
import { PrincipalTokens, type Principal, type RoleGrant } from '@salvatempo/http';
import { derivedId } from '@salvatempo/kernel';
import { Engine, type LogServer } from '@salvatempo/messaging';
import { Directory, httpApplication, PlatformModule, TerritoryKeys, type PlatformPorts } from '@salvatempo/runtime';
import { StoreUnavailableError } from '@salvatempo/store';
import { eventually, memoryAmbient, memoryLog, memoryStore } from '@salvatempo/testing';
import { providerIdOf } from './domain/provider';
import { ProvidersModule } from './index';

@Module({})
class Alone {}
const alone = (service: Type, ports: PlatformPorts, engine: Engine): DynamicModule => ({ module: Alone, imports: [PlatformModule.of(ports, engine), service] });

const troubles: unknown[] = [];
const listening = { info: () => undefined, warn: () => undefined, error: (facts: unknown) => troubles.push(facts) };
const person = (name: string, ...roles: RoleGrant[]): Principal => ({ personId: derivedId('per', name), sessionId: derivedId('ses', name), roles });
const VAT = '00743110157';
const providerId = providerIdOf(VAT);
const otherId = derivedId('prv', 'other');
const operator = person('operator', { role: 'operator', organisationId: 'territory' });
const manager = person('manager', { role: 'provider-admin', organisationId: providerId });
const otherManager = person('other manager', { role: 'provider-admin', organisationId: otherId });
const nobody = person('nobody');
const CSV = 'codice;titolo;prezzo;servizio;validita_giorni\nSTIRO5;"Stireria, 5 kg";40,00;laundry-ironing;90\nSPESA;Spesa a domicilio;12,50;shopping-delivery;30\n';

let app: NestFastifyApplication;
let engine: Engine;
let server: LogServer;
let ports: PlatformPorts;
let keys = 0;
let sent = 0;

beforeEach(async () => {
  const ambient = memoryAmbient();
  ports = { store: memoryStore(), log: memoryLog(), ambient, keys: new TerritoryKeys(Buffer.alloc(32, 7)), processLog: listening, publicUrl: 'http://localhost' } as unknown as PlatformPorts;
  engine = new Engine({ store: ports.store, log: ports.log, ambient });
  ({ app, server } = await httpApplication(alone(ProvidersModule, ports, engine), ports));
  await app.startAllMicroservices();
  await app.init();
  engine.start();
});

afterEach(async () => {
  await Promise.all([app.close(), server.close()]);
  await engine.stop();
  expect(troubles).toEqual([]);
});

type Body = Record<string, unknown> & { items?: Record<string, unknown>[]; errors?: Record<string, unknown>[] };
interface Answered {
  readonly status: number;
  readonly body: Body;
  readonly headers: Record<string, unknown>;
}

async function send(method: 'GET' | 'POST', url: string, who: Principal | undefined, payload?: object | string, headers: Record<string, string> = {}): Promise<Answered> {
  const key = method === 'POST' ? { 'idempotency-key': `key-${++keys}-spec` } : {};
  const signedIn = who && { authorization: `Bearer ${await app.get(PrincipalTokens).sign(who)}` };
  const response = await app.inject({ method, url, headers: { ...signedIn, ...key, ...headers }, ...(payload !== undefined && { payload }) });
  return { status: response.statusCode, body: JSON.parse(response.body) as Body, headers: response.headers };
}
const get = (url: string, who?: Principal) => send('GET', url, who);
const post = (url: string, who: Principal | undefined, payload?: object | string, headers?: Record<string, string>) => send('POST', url, who, payload, headers);
const P = `/api/providers/${providerId}`;
const register = (who: Principal | undefined = nobody, changes: object = {}) => post('/api/providers', who, { name: 'Cooperativa L’Aquilone', vatNumber: VAT, ...changes });
const importList = (csv: string, who: Principal | undefined = manager, headers: Record<string, string> = {}) =>
  post(`${P}/offer-imports`, who, csv, { 'content-type': 'text/csv', prefer: 'wait=2', ...headers });
const accredited = async (): Promise<void> => {
  await register();
  await post(`${P}/accreditation`, operator);
};

/** A message from elsewhere, as the log would bring it. */
async function deliver<D extends object>({ type, topic, service }: MessageType<D>, key: string, data: D, sequence: number): Promise<void> {
  const id = `outside:${++sent}`;
  const envelope = { specversion: '1.0', id, source: `/salvatempo/${service}`, type, subject: key, time: ports.ambient.clock.now(), datacontenttype: 'application/json', partitionkey: key, sequence, correlationid: id, causationid: id, tenantid: 'territory', data };
  const value = JSON.stringify(envelope);
  // Twice, as a log may.
  await ports.log.publish([{ topic, key, value }, { topic, key, value }]);
}

describe('providers', () => {
  it('are registered by anybody who is signed in, and accredited by an operator', async () => {
    const registered = await register(nobody, { vatNumber: ' IT 007 431 101 57' });
    expect(registered).toMatchObject({ status: 201, body: { providerId, name: 'Cooperativa L’Aquilone', vatNumber: VAT, status: 'registered' } });
    expect(await register(manager)).toMatchObject({ status: 409, body: { code: 'provider-already-registered' } });
    expect((await get(P, otherManager)).body.code).toBe('not-allowed');
    for (const who of [nobody, manager, operator]) expect((await get(P, who)).body).toEqual(registered.body);
    expect(await post(`${P}/accreditation`, manager)).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
    expect(await post(`${P}/accreditation`, operator)).toMatchObject({ status: 200, body: { providerId, status: 'accredited' } });
    const again = await post(`${P}/accreditation`, operator);
    expect(again.status).toBe(200);
    expect((await get(P, otherManager)).body.status).toBe('accredited');
    const list = await send('GET', '/api/providers?status=accredited', operator, undefined, { 'salvatempo-position': String(again.headers['salvatempo-position']) });
    expect(list.body.items).toEqual([{ ...registered.body, status: 'accredited' }]);
    expect(await app.get(Directory).organisation(providerId)).toEqual({ name: 'Cooperativa L’Aquilone', vatNumber: VAT });
  });

  it('refuse a wrong partita IVA, bad bodies, strangers and ids that are not there', async () => {
    for (const wrong of [{ vatNumber: '00743110158' }, { vatNumber: '00000000000' }, { vatNumber: 1 }, { name: ' ' }, { name: 'x'.repeat(121) }, { extra: 1 }])
      expect(await register(nobody, wrong)).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
    expect((await post('/api/providers', undefined, {})).body.code).toBe('not-signed-in');
    expect((await get('/api/providers', manager)).body.code).toBe('not-allowed');
    expect(await get(`/api/providers/${otherId}`, operator)).toMatchObject({ status: 404, body: { code: 'provider-not-found' } });
    expect(await post(`/api/providers/${otherId}/accreditation`, operator)).toMatchObject({ status: 404 });
  });
});

describe('price lists', () => {
  it('are published whole, and the same file again changes nothing', async () => {
    await accredited();
    const first = await importList(CSV);
    expect(first).toMatchObject({ status: 200, body: { status: 'completed', rows: 2, published: 2, unchanged: 0 } });
    expect((await importList(CSV)).body).toMatchObject({ published: 0, unchanged: 2 });
    expect((await importList(CSV.replace('40,00', '41,00'))).body).toMatchObject({ published: 1, unchanged: 1 });
    const items = await eventually(async () => {
      const page = await get(`/api/providers/offers?providerId=${providerId}`, nobody);
      return page.body.items?.some(({ revision }) => revision === 2) && page.body.items;
    }, 'the new revision in the list');
    const ironing = items.find(({ code }) => code === 'STIRO5')!;
    expect(ironing).toMatchObject({ title: 'Stireria, 5 kg', priceCents: 4_100, taxLetter: 'c.3', providerName: 'Cooperativa L’Aquilone', revision: 2 });
    expect((await get(`/api/providers/offers/${String(ironing.offerId)}`, nobody)).body).toEqual(ironing);
    expect((await get('/api/providers/offers?serviceCode=laundry-ironing&limit=5', nobody)).body.items).toEqual([ironing]);
    const page = await get('/api/providers/offers?limit=1', nobody);
    expect((await get(`/api/providers/offers?limit=1&after=${encodeURIComponent(String(page.body.next))}`, nobody)).body.items).toHaveLength(1);
    expect(await get('/api/providers/offers/off_x', nobody)).toMatchObject({ status: 404, body: { code: 'offer-not-found' } });
  });

  it('begin with 202 and a place to look at, and a repeat of the request says the same', async () => {
    await accredited();
    const headers = { 'content-type': 'text/csv', 'idempotency-key': 'one-and-the-same' };
    const pending = await post(`${P}/offer-imports`, manager, CSV, headers);
    expect(pending).toMatchObject({ status: 202, body: { status: 'pending', rows: 2 } });
    expect((await post(`${P}/offer-imports`, manager, CSV, headers)).body).toEqual(pending.body);
    const url = String(pending.headers.location);
    await eventually(async () => (await get(url, manager)).body.status === 'completed', 'the import to be completed');
    expect((await get(url.replace(providerId, otherId), otherManager)).body.code).toBe('import-not-found');
    expect((await get(url, otherManager)).body.code).toBe('not-allowed');
  });

  it('that are interrupted half-way go on where they stopped, and count each line once', async () => {
    await accredited();
    const { documents } = ports.store;
    const commit = documents.commit.bind(documents);
    const fallen = new Set<string>();
    documents.commit = (change) => {
      if (change.collection !== 'providers.offer' || fallen.size > 0) return commit(change);
      fallen.add(change.id);
      return Promise.reject(new StoreUnavailableError('as in a crash'));
    };
    expect((await importList(CSV)).body).toMatchObject({ status: 'completed', published: 2, unchanged: 0 });
    expect(fallen.size).toBe(1);
  });

  it('of an error keep nothing, and say line and column', async () => {
    await accredited();
    const refused = await importList(CSV.replace('laundry-ironing', 'ironing'));
    expect(refused).toMatchObject({ status: 422, body: { code: 'import-refused', errors: [{ line: 2, column: 4, field: 'servizio', code: 'service-unknown' }] } });
    expect((await get(`/api/providers/offers?providerId=${providerId}`, nobody)).body.items).toEqual([]);
  });

  it('are refused before the accreditation, from others, and as anything but CSV', async () => {
    await register();
    expect(await importList(CSV)).toMatchObject({ status: 409, body: { code: 'provider-not-accredited' } });
    await post(`${P}/accreditation`, operator);
    for (const who of [otherManager, operator, nobody]) expect(await importList(CSV, who)).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
    expect(await post(`${P}/offer-imports`, manager, { csv: CSV })).toMatchObject({ status: 415 });
    expect(await importList(CSV, manager, { 'content-type': 'application/pdf' })).toMatchObject({ status: 415 });
  });
});

describe('orders and statements', () => {
  const [voucherId, purchaseId, holderPersonId, offerId] = ['vou', 'pur', 'per', 'off'].map((prefix) => derivedId(prefix, 'spec')) as [string, string, string, string];
  const redeemed = { voucherId, purchaseId, holderPersonId, providerId, offerId, valueCents: 4_000, redeemedAt: '2026-09-01T08:00:00.000Z', redeemedBy: manager.personId };
  const openOrders = () => get(`${P}/orders?status=open`, manager);

  it('follow from a redeemed voucher, whose work is completed once', async () => {
    await deliver(voucherRedeemed, voucherId, redeemed, 2);
    const [order] = await eventually(async () => (await openOrders()).body.items?.length === 1 && (await openOrders()).body.items, 'the order');
    expect(order).toMatchObject({ status: 'open', voucherId, purchaseId, holderPersonId, priceCents: 4_000 });
    const url = `${P}/orders/${String(order!.orderId)}/completion`;
    for (const who of [otherManager, operator]) expect((await post(url, who)).body.code).toBe('not-allowed');
    expect((await post(url.replace(providerId, otherId), otherManager)).body.code).toBe('order-not-found');
    const completed = await post(url, manager);
    expect(completed).toMatchObject({ status: 200, body: { voucherId, purchaseId, completedAt: ports.ambient.clock.now() } });
    expect(await post(url, manager)).toMatchObject({ status: 409, body: { code: 'work-already-completed', completedAt: completed.body.completedAt } });
    await eventually(async () => (await openOrders()).body.items?.length === 0, 'the order to leave the open ones');
    expect((await get(`${P}/orders?status=other`, manager)).body.code).toBe('invalid-request');
    expect((await get(`${P}/orders`, otherManager)).body.code).toBe('not-allowed');
  });

  it('grow by each settled purchase once, by the month in Rome', async () => {
    const settle = (name: string, totalCents: number, settledAt: string) => {
      const id = derivedId('pur', name);
      return deliver(purchaseSettled, id, { purchaseId: id, providerId, totalCents, incentiveCents: 0, creditCents: totalCents, settledAt }, 1);
    };
    await settle('first', 4_000, '2026-09-30T21:00:00.000Z');
    await settle('second', 1_250, '2026-09-10T08:00:00.000Z');
    await settle('third', 3_000, '2026-09-30T22:00:00.000Z');
    const months = await eventually(async () => {
      const { items } = (await get(`${P}/statements`, manager)).body;
      return items?.length === 2 && items[1]!.entries === 2 && items;
    }, 'both statements');
    expect(months).toMatchObject([{ month: '2026-10', dueCents: 3_000, entries: 1 }, { month: '2026-09', dueCents: 5_250, entries: 2 }]);
    const entries = await eventually(async () => {
      const { items } = (await get(`${P}/statements/2026-09/entries`, operator)).body;
      return items?.length === 2 && items;
    }, 'the entries of September');
    expect(entries.map(({ amountCents }) => amountCents)).toEqual([1_250, 4_000]);
    expect((await get(`${P}/statements/september/entries`, manager)).body.code).toBe('invalid-request');
    expect((await get(`${P}/statements/2026-09/entries`, otherManager)).body.code).toBe('not-allowed');
    expect((await get(`${P}/statements`, nobody)).body.code).toBe('not-allowed');
  });
});
