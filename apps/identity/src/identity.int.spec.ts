import { Module, type DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { employeeAdded, firmRegistered, firmReminded, voucherIssued, voucherCancelled, type MessageType } from '@salvatempo/contracts';
import { derivedId, HOUR_MS, MINUTE_MS, PASS_DEADLINE } from '@salvatempo/kernel';
import { Engine, type AggregateRunner, type LogServer } from '@salvatempo/messaging';
import { httpApplication, MailRefusedError, PlatformModule, runnerOf, TerritoryKeys, type Mail, type PlatformPorts } from '@salvatempo/runtime';
import { eventually, HandClock, memoryAmbient, memoryLog, memoryStore } from '@salvatempo/testing';
import { notice, noticeIdOf, type Notice } from './domain/notice';
import { IdentityModule, OperatorBootstrap } from './index';

@Module({})
class Alone {}

const territory = new TerritoryKeys(Buffer.alloc(32, 7));
const firmId = derivedId('com', 'one');
const otherFirmId = derivedId('com', 'two');
const MARTA = 'RSSMRA85T10A562S';
const martaId = territory.personId(MARTA);
const PASSWORD = 'una frase lunga';
const OWNER = { username: 'ilaria@sartoria.example', password: PASSWORD };

let app: NestFastifyApplication;
let engine: Engine;
let server: LogServer;
let ports: PlatformPorts;
let clock: HandClock;
let mails: Mail[];
let mailTrouble: Error | undefined;
let count = 0;
const troubles: unknown[] = [];

beforeEach(async () => {
  clock = new HandClock();
  mails = [];
  mailTrouble = undefined;
  ports = {
    store: memoryStore(),
    log: memoryLog(),
    ambient: memoryAmbient(clock),
    keys: territory,
    hasher: { hash: (password: string) => Promise.resolve(`hash of ${password}`), verify: (hash: string, password: string) => Promise.resolve(hash === `hash of ${password}`) },
    mail: { send: (mail: Mail) => (mailTrouble ? Promise.reject(mailTrouble) : Promise.resolve(void mails.push(mail))) },
    processLog: { info: () => undefined, warn: () => undefined, error: (facts: unknown) => troubles.push(facts) },
    publicUrl: 'https://salvatempo.example',
  } as unknown as PlatformPorts;
  engine = new Engine({ store: ports.store, log: ports.log, ambient: ports.ambient });
  const root: DynamicModule = { module: Alone, imports: [PlatformModule.of(ports, engine), IdentityModule] };
  ({ app, server } = await httpApplication(root, ports));
  await app.startAllMicroservices();
  await app.init();
  engine.start();
});

afterEach(async () => {
  await Promise.all([app.close(), server.close()]);
  await engine.stop();
  expect(troubles.splice(0)).toEqual([]);
});

type Body = Record<string, unknown> & { items?: Record<string, unknown>[]; roles?: Record<string, unknown>[] };

async function send(method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object, headers: Record<string, string> = {}) {
  const key = method === 'GET' ? {} : { 'idempotency-key': `key-${++count}-spec` };
  const response = await app.inject({ method, url: `/api/identity/${url}`, headers: { ...key, ...headers }, remoteAddress: '198.51.100.1', ...(payload && { payload }) });
  return { status: response.statusCode, body: JSON.parse(response.body) as Body, headers: response.headers };
}
const bearer = (token: unknown) => ({ authorization: `Bearer ${String(token)}` });
async function signedIn(username: string, password = PASSWORD): Promise<Record<string, string>> {
  const answer = await send('POST', 'tokens', { username, password });
  expect(answer.status).toBe(201);
  return bearer(answer.body['accessToken']);
}
const cookieOf = (headers: Record<string, unknown>): string => String(headers['set-cookie']);

/** A message from elsewhere, twice, as a log may. */
async function deliver<D extends object>({ type, topic, service }: MessageType<D>, key: string, data: D, sequence = 1): Promise<void> {
  const id = `${key}:${sequence}:1`;
  const envelope = { specversion: '1.0', id, source: `/salvatempo/${service}`, type, subject: key, time: clock.now(), datacontenttype: 'application/json', partitionkey: key, sequence, correlationid: id, causationid: id, tenantid: 'territory', data };
  const record = { topic, key, value: JSON.stringify(envelope) };
  await ports.log.publish([record, record]);
}
const hire = (firm: string, personId = martaId) => {
  const employeeId = derivedId('emp', firm, personId);
  return deliver(employeeAdded, employeeId, { employeeId, firmId: firm, personId });
};
async function ownerOf(firm: string, login = OWNER): Promise<Record<string, string>> {
  const { body } = await send('POST', 'accounts', login);
  const facts = { employeesCount: 1, occupatiCount: 2, sector: '14.13', municipality: 'E648' };
  await deliver(firmRegistered, firm, { firmId: firm, ownerPersonId: String(body['personId']), ...facts });
  const headers = await signedIn(login.username, login.password);
  await eventually(async () => (await send('GET', 'sessions/current', undefined, headers)).body.roles?.length === 1, 'the role of the owner');
  return headers;
}
const sheet = async (headers: Record<string, string>, firm = firmId) => (await send('GET', `activation-codes?firmId=${firm}`, undefined, headers)).body.items!;
const onSheet = (headers: Record<string, string>, firm = firmId) => eventually(async () => (await sheet(headers, firm))[0], 'the employee on the sheet');
const activate = (code: unknown, changes: object = {}, headers = {}) => send('POST', 'activations', { fiscalCode: MARTA, code, password: PASSWORD, ...changes }, headers);

describe('signing up and in', () => {
  it('opens a session in a cookie that no script reads, and shows the roles of the moment', async () => {
    const signUp = await send('POST', 'accounts', OWNER);
    expect(signUp).toMatchObject({ status: 201, body: { roles: [], expiresAt: '2026-09-01T20:00:00.000Z' } });
    expect(cookieOf(signUp.headers)).toMatch(/^salvatempo_session=[\w-]{43}; Path=\/; Max-Age=43200; HttpOnly; SameSite=Strict; Secure$/);
    const session = await send('POST', 'sessions', { ...OWNER, username: ' Ilaria@Sartoria.example' });
    const cookie = { cookie: cookieOf(session.headers).split(';')[0]! };
    const current = await send('GET', 'sessions/current', undefined, cookie);
    expect(current).toMatchObject({ status: 200, body: { personId: signUp.body['personId'], username: OWNER.username, roles: [] } });
    expect(await send('DELETE', 'sessions/current', undefined, cookie)).toMatchObject({ status: 200 });
    expect((await send('GET', 'sessions/current', undefined, cookie)).status).toBe(401);
    expect((await send('GET', 'sessions/current')).body['code']).toBe('not-signed-in');
  });

  it('keeps no secret anywhere, and no personal datum in the journal', async () => {
    const key = { 'idempotency-key': 'the-same-for-all' };
    const [one, two] = [await send('POST', 'accounts', OWNER, key), await send('POST', 'accounts', OWNER, key)];
    expect(two.body['personId']).toBe(one.body['personId']);
    expect(two.headers['set-cookie']).toBeUndefined();
    const tokens = await Promise.all([1, 2].map(() => send('POST', 'tokens', OWNER, key)));
    expect(tokens[0]!.body['accessToken']).not.toBe(tokens[1]!.body['accessToken']);
    const withoutKey = await app.inject({ method: 'POST', url: '/api/identity/sessions', payload: OWNER });
    expect(withoutKey.statusCode).toBe(201);
    const written = JSON.stringify([await ports.store.journal.since(0, 1_000), await ports.store.documents.scan('identity.session', undefined, 100)]);
    for (const secret of [tokens[0]!.body['accessToken'], cookieOf(one.headers).slice(19, 62), PASSWORD, 'ilaria']) expect(written).not.toContain(String(secret));
  });

  it('takes a user name once, and none like a codice fiscale', async () => {
    await send('POST', 'accounts', OWNER);
    expect(await send('POST', 'accounts', { ...OWNER, username: 'ILARIA@sartoria.example' })).toMatchObject({ status: 409, body: { code: 'username-taken' } });
    for (const wrong of [{ username: MARTA }, { username: 'a b' }, { username: 'ab' }, { password: 'short' }, { password: 1 }, { extra: 1 }, { username: 'x'.repeat(121) }])
      expect(await send('POST', 'accounts', { ...OWNER, ...wrong })).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
  });

  it('says the same of a wrong password and of nobody, and stops after five', async () => {
    await send('POST', 'accounts', OWNER);
    for (const username of [OWNER.username, 'nobody@here.example', MARTA]) {
      const attempt = (password: string) => send('POST', 'sessions', { username, password });
      for (let i = 0; i < 5; i++) expect(await attempt('wrong')).toMatchObject({ status: 401, body: { code: 'sign-in-refused' } });
      expect(await attempt(PASSWORD)).toMatchObject({ status: 429, headers: { 'retry-after': '900' } });
    }
    clock.pass(15 * MINUTE_MS);
    expect((await send('POST', 'sessions', OWNER)).status).toBe(201);
  });

  it('ends a session after twelve hours', async () => {
    await send('POST', 'accounts', OWNER);
    const headers = await signedIn(OWNER.username);
    clock.pass(12 * HOUR_MS);
    expect((await send('GET', 'sessions/current', undefined, headers)).status).toBe(401);
  });
});

describe('employees', () => {
  it('are let in once by the code on their firm’s sheet, by any variant of their codice fiscale', async () => {
    const owner = await ownerOf(firmId);
    await hire(firmId);
    const { code, ...waiting } = await onSheet(owner);
    expect(waiting).toEqual({ personId: martaId, status: 'waiting', expiresAt: '2026-10-01T08:00:00.000Z' });
    expect(code).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
    const again = { 'idempotency-key': 'activation-of-marta' };
    const typed = { fiscalCode: 'rssmra85t10a56nh', email: 'marta@casa.example' };
    for (let i = 0; i < 2; i++) expect(await activate(String(code).toLowerCase(), typed, again)).toMatchObject({ status: 201, body: { personId: martaId } });
    expect(await activate(code)).toMatchObject({ status: 422, body: { code: 'access-code-refused' } });
    expect(await sheet(owner)).toEqual([{ personId: martaId, status: 'activated' }]);
    const marta = await signedIn(MARTA);
    expect((await send('GET', 'sessions/current', undefined, marta)).body).toEqual({ personId: martaId, roles: [{ role: 'employee', organisationId: firmId }] });
    expect(await send('GET', `activation-codes?firmId=${firmId}`, undefined, marta)).toMatchObject({ status: 403 });
  });

  it('may mistype five times a quarter of an hour', async () => {
    const owner = await ownerOf(firmId);
    await hire(firmId);
    const { code } = await onSheet(owner);
    for (let i = 0; i < 5; i++) expect(await activate('0000000000')).toMatchObject({ status: 422, body: { code: 'access-code-refused' } });
    expect(await activate(code)).toMatchObject({ status: 429, body: { code: 'too-many-attempts' }, headers: { 'retry-after': '900' } });
    clock.pass(15 * MINUTE_MS);
    expect((await activate(code)).status).toBe(201);
    for (const wrong of [{ fiscalCode: 'RSSMRA' }, { email: 'no' }, { password: 'short' }, { code: 1 }, { extra: 1 }]) expect(await activate(code, wrong)).toMatchObject({ status: 400 });
  });

  it('get another code from their own firm alone, which also replaces a lost password and ends its sessions', async () => {
    const owner = await ownerOf(firmId);
    await hire(firmId);
    await activate((await onSheet(owner))['code']);
    const marta = await signedIn(MARTA);
    const stranger = await ownerOf(otherFirmId, { username: 'altro@firm.example', password: PASSWORD });
    expect(await send('POST', `activation-codes/${martaId}/renewals`, undefined, stranger)).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
    expect(await send('GET', `activation-codes?firmId=${firmId}`, undefined, stranger)).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
    const renewed = await send('POST', `activation-codes/${martaId}/renewals`, undefined, owner);
    expect(renewed).toMatchObject({ status: 201, body: { personId: martaId, expiresAt: '2026-10-01T08:00:00.000Z' } });
    const [{ code } = {}] = await sheet(owner);
    const change = { username: MARTA, code, password: 'un’altra frase lunga' };
    expect(await send('POST', 'password-resets/confirmations', change)).toMatchObject({ status: 201, body: { status: 'changed' } });
    expect((await send('GET', 'sessions/current', undefined, marta)).status).toBe(401);
    await signedIn(MARTA, change.password);
    await hire(otherFirmId);
    await onSheet(stranger, otherFirmId);
    expect(await sheet(stranger, otherFirmId)).toEqual([{ personId: martaId, status: 'activated' }]);
    expect(await send('POST', `activation-codes/${martaId}/renewals`, undefined, stranger)).toMatchObject({ status: 409, body: { code: 'person-of-others-too' } });
  });
});

describe('mails', () => {
  const voucherId = derivedId('vou', 'spec');
  const voucher = { voucherId, purchaseId: derivedId('pur', 'spec'), holderPersonId: martaId, firmId, providerId: derivedId('prv', 'spec'), offerId: derivedId('off', 'spec') };
  const terms = { ...voucher, title: 'Stireria, 5 kg', valueCents: 4_000, taxLetter: 'c.3', issuedAt: '2026-09-01T08:00:00.000Z', expiresAt: '2026-11-23T22:59:59.999Z' };
  const issue = (sequence = 1) => deliver(voucherIssued, voucherId, terms, sequence);
  const cancel = () => deliver(voucherCancelled, voucherId, { voucherId, purchaseId: voucher.purchaseId, holderPersonId: martaId, cancelledAt: clock.now() }, 2);
  const eventsOf = async (type: string): Promise<number> => (await ports.store.journal.since(0, 1_000)).filter(({ body }) => body.includes(`"identity.${type}.v1"`)).length;
  /** As the deadline watcher does when the pause is over; its timers are of the real world. */
  const retry = async (): Promise<void> => {
    clock.pass(2 * MINUTE_MS);
    const noticeId = noticeIdOf(`${voucherId}:2:1`);
    const cause = { id: `deadline:${clock.now()}`, time: clock.now(), correlationId: 'spec', tenantId: 'territory' };
    await app.get<AggregateRunner<Notice>>(runnerOf(notice)).execute(noticeId, { type: PASS_DEADLINE, data: { deadlineAt: clock.now() } }, cause);
  };
  const withAddress = async (): Promise<void> => {
    const owner = await ownerOf(firmId);
    await hire(firmId);
    await activate((await onSheet(owner))['code'], { email: 'marta@casa.example' });
  };

  it('tell of a voucher once for each thing that happens, and hold no code', async () => {
    await withAddress();
    await issue();
    await cancel();
    await eventually(() => mails.length === 2, 'two mails');
    expect(mails.map(({ subject }) => subject)).toEqual(['Il voucher è pronto: Stireria, 5 kg', 'Voucher annullato: Stireria, 5 kg']);
    expect(mails[0]).toMatchObject({ to: 'marta@casa.example', messageId: expect.stringMatching(/^<not_.{26}@salvatempo>$/) as string });
    for (const part of ['Stireria, 5 kg', '40,00 €', 'lun 23 nov 2026', `https://salvatempo.example/voucher/${voucherId}`]) expect(mails[0]!.text).toContain(part);
  });

  it('are dropped without an address or when refused for good, and tried again after trouble', async () => {
    await issue();
    await eventually(async () => (await eventsOf('notice-dropped')) === 1, 'the notice to be dropped');
    await withAddress();
    mailTrouble = new Error('busy');
    await cancel();
    await eventually(async () => (await eventsOf('notice-delayed')) === 1, 'the notice to be put off');
    await retry();
    await eventually(async () => (await eventsOf('notice-delayed')) === 2, 'the second attempt');
    mailTrouble = undefined;
    await retry();
    await eventually(async () => (await eventsOf('notice-sent')) === 1, 'the third attempt');
    mailTrouble = new MailRefusedError('no');
    await issue(3);
    await eventually(async () => (await eventsOf('notice-dropped')) === 2, 'the refused one to be dropped');
    expect(mails.map(({ subject }) => subject)).toEqual(['Voucher annullato: Stireria, 5 kg']);
  });

  it('remind the firm’s administrator of what is overdue, once a day, without a word of anybody else', async () => {
    const coverId = derivedId('cov', firmId);
    const runId = derivedId('run', 'spec');
    const figures = { receivedCents: 0, freeCents: 0, setAsideCents: 0, creditedCents: 123_450, guaranteeUsedCents: 123_450 };
    const overdue = { coverId, firmId, runId, ordinal: 3, reference: '0000000000000097', overdueCents: 123_450, dueAt: '2026-11-23T22:59:59.999Z', ...figures };
    for (const sequence of [1, 2]) await deliver(firmReminded, coverId, { ...overdue, level: 1, standing: 'in-arrears' }, sequence);
    await ownerOf(firmId);
    await eventually(() => mails.length === 1, 'the mail');
    expect(mails[0]).toMatchObject({ to: OWNER.username, subject: 'Da versare: proforma n. 3' });
    expect(mails[0]!.text).not.toMatch(/run_|com_|sospeso/);
    for (const part of ['1.234,50 €', 'lun 23 nov 2026', 'https://salvatempo.example/impresa/crediti', 'in attesa del bonifico']) expect(mails[0]!.text).toContain(part);
    clock.pass(24 * HOUR_MS);
    await deliver(firmReminded, coverId, { ...overdue, level: 3, standing: 'in-default' }, 3);
    await eventually(() => mails.length === 2, 'the last mail');
    expect(mails[1]!.text).toContain('il credito non versato è sospeso');
  });

  it('bring a reset code to who has an address, and the answer never says who has', async () => {
    await send('POST', 'accounts', OWNER);
    for (const username of [OWNER.username, OWNER.username, 'nobody@here.example', MARTA]) {
      expect(await send('POST', 'password-resets', { username })).toMatchObject({ status: 202, body: { status: 'requested' } });
    }
    await eventually(() => mails.length === 1, 'the mail');
    const code = /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(mails[0]!.text)![0];
    const change = { username: OWNER.username, code, password: 'un’altra frase lunga' };
    expect(await send('POST', 'password-resets/confirmations', change)).toMatchObject({ status: 201 });
    await signedIn(OWNER.username, change.password);
    expect((await send('POST', 'password-resets/confirmations', change)).body['code']).toBe('access-code-refused');
    expect(mails).toHaveLength(1);
  });
});

describe('operators', () => {
  it('begin with one, by a link that is worth nothing afterwards', async () => {
    const bootstrap = app.get(OperatorBootstrap);
    const path = (await bootstrap.ensureFirstOperatorLink())!;
    const code = new URL(path, 'https://x.example').searchParams.get('codice');
    const first = { code, username: 'ufficio@comune.example', password: PASSWORD };
    expect(await send('POST', 'operators/first', { ...first, code: '0'.repeat(20) })).toMatchObject({ status: 422, body: { code: 'access-code-refused' } });
    expect(await send('POST', 'operators/first', first)).toMatchObject({ status: 201 });
    expect(await send('POST', 'operators/first', { ...first, username: 'altro' })).toMatchObject({ status: 409, body: { code: 'operator-exists' } });
    expect(await bootstrap.ensureFirstOperatorLink()).toBeUndefined();
    const headers = await signedIn(first.username);
    await eventually(async () => (await send('GET', 'sessions/current', undefined, headers)).body.roles?.[0]?.['role'] === 'operator', 'the role');
    for (let i = 0; i < 2; i++) await bootstrap.ensureOperator('demo@x.example', PASSWORD);
    await signedIn('demo@x.example');
    await send('POST', 'accounts', { username: 'taken@x.example', password: PASSWORD });
    await bootstrap.ensureOperator('taken@x.example', 'another password');
    const appointed = (await ports.store.journal.since(0, 1_000)).filter(({ body }) => body.includes('"identity.operator-appointed.v1"'));
    expect(appointed).toHaveLength(2);
  });
});
