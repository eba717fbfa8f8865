import { Module, type DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { PrincipalTokens, XLSX_TYPE, type Principal, type RoleGrant } from '@salvatempo/http';
import { derivedId } from '@salvatempo/kernel';
import { Engine, type LogServer } from '@salvatempo/messaging';
import { Directory, httpApplication, PlatformModule, TerritoryKeys, type PlatformPorts } from '@salvatempo/runtime';
import { StoreUnavailableError } from '@salvatempo/store';
import { eventually, memoryAmbient, memoryLog, memoryStore, workbookOf } from '@salvatempo/testing';
import { firmIdOf } from './domain/firm';
import { CompaniesModule } from './index';

@Module({})
class Alone {}

const territory = new TerritoryKeys(Buffer.alloc(32, 7));
const troubles: unknown[] = [];
const listening = { info: () => undefined, warn: () => undefined, error: (facts: unknown) => troubles.push(facts) };
const someone = (name: string, ...roles: RoleGrant[]): Principal => ({ personId: derivedId('per', name), sessionId: derivedId('ses', name), roles });
const VAT = '00743110157';
const firmId = firmIdOf(VAT);
const owner = someone('owner', { role: 'firm-admin', organisationId: firmId });
const otherOwner = someone('other owner', { role: 'firm-admin', organisationId: derivedId('com', 'other') });
const operator = someone('operator', { role: 'operator', organisationId: 'territory' });
const newcomer = someone('owner');
const F = `/api/companies/firms/${firmId}`;
const firmBody = { name: ' Sartoria Mezzetti ', vatNumber: VAT, employeesCount: 3, occupatiCount: 4, sector: '14.13', municipality: 'E648', declarationAccepted: true };
const CSV = 'codice_fiscale,nome,cognome\nVLLMRT88D52E648U,Marta,Vallini\nZNBPRI79S09F205T,Piero,Zanaboni\n';

let app: NestFastifyApplication;
let engine: Engine;
let server: LogServer;
let ports: PlatformPorts;
let count = 0;

beforeEach(async () => {
  const ambient = memoryAmbient();
  ports = { store: memoryStore(), log: memoryLog(), ambient, keys: territory, processLog: listening, publicUrl: 'http://localhost' } as unknown as PlatformPorts;
  engine = new Engine({ store: ports.store, log: ports.log, ambient });
  const root: DynamicModule = { module: Alone, imports: [PlatformModule.of(ports, engine), CompaniesModule] };
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

type Body = Record<string, unknown> & { items?: Record<string, unknown>[]; errors?: Record<string, unknown>[] };

async function send(method: 'GET' | 'POST', url: string, who?: Principal, payload?: object | string | Buffer, headers: Record<string, string> = {}) {
  const key = method === 'POST' ? { 'idempotency-key': `key-${++count}-spec` } : {};
  const signedIn = who && { authorization: `Bearer ${await app.get(PrincipalTokens).sign(who)}` };
  const response = await app.inject({ method, url, headers: { ...signedIn, ...key, ...headers }, ...(payload !== undefined && { payload }) });
  return { status: response.statusCode, body: JSON.parse(response.body) as Body, headers: response.headers };
}
const register = (changes: object = {}, who: Principal | undefined = newcomer) => send('POST', '/api/companies/firms', who, { ...firmBody, ...changes });
const importFile = (csv: string, headers: Record<string, string> = {}, who: Principal | undefined = owner) =>
  send('POST', `${F}/employee-imports`, who, csv, { 'content-type': 'text/csv', prefer: 'wait=2', ...headers });
const previewOf = (csv: string, who: Principal = owner) => send('POST', `${F}/employee-imports/previews`, who, csv, { 'content-type': 'text/csv' });
const employees = async (): Promise<Record<string, unknown>[]> => (await send('GET', `${F}/employees`, owner)).body.items!;
const listed = (wanted: number) => eventually(async () => (await employees()).length === wanted && employees(), `${wanted} employees`);

describe('firms', () => {
  it('register once for a partita IVA', async () => {
    const registered = await register({ vatNumber: ' IT 007 431 101 57' });
    expect(registered).toMatchObject({ status: 201, body: { firmId, name: 'Sartoria Mezzetti', vatNumber: VAT, employeesCount: 3, occupatiCount: 4 }, headers: { location: F } });
    expect(await register({}, someone('somebody else'))).toMatchObject({ status: 409, body: { code: 'firm-already-registered' } });
    const position = String(registered.headers['salvatempo-position']);
    const list = await send('GET', '/api/companies/firms', operator, undefined, { 'salvatempo-position': position });
    expect(list.body.items).toEqual([registered.body]);
    for (const who of [owner, operator]) expect((await send('GET', F, who)).body).toEqual({ ...registered.body, listedEmployees: 0 });
    expect(await app.get(Directory).organisation(firmId)).toEqual({ name: 'Sartoria Mezzetti', vatNumber: VAT });
  });

  it('answer a repeat byte for byte, and refuse the key for another body or none', async () => {
    const key = { 'idempotency-key': 'the-same-key' };
    const first = await send('POST', '/api/companies/firms', newcomer, firmBody, key);
    expect(await send('POST', '/api/companies/firms', newcomer, firmBody, key)).toMatchObject({ status: 201, body: first.body });
    expect(await send('POST', '/api/companies/firms', newcomer, { ...firmBody, name: 'Altra' }, key)).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
    const bare = await app.inject({ method: 'POST', url: '/api/companies/firms', payload: firmBody, headers: { authorization: `Bearer ${await app.get(PrincipalTokens).sign(newcomer)}` } });
    expect(bare.json()).toMatchObject({ status: 400, code: 'idempotency-key-missing' });
  });

  it.each([
    ['vatNumber', '00743110158'],
    ['vatNumber', '00000000000'],
    ['vatNumber', 743110157],
    ['name', '   '],
    ['name', 'x'.repeat(121)],
    ['employeesCount', -1],
    ['employeesCount', '3'],
    ['occupatiCount', 2],
    ['sector', 'sarti'],
    ['sector', '04.10'],
    ['sector', '45.20'],
    ['iban', 'IT60X0542811101000000123457'],
    ['iban', 'BR1500000000000010932840814P2'],
    ['artisan', 'no'],
    ['declarationVersion', 'the last one'],
    ['municipality', 'Z110'],
    ['municipality', 'Q999'],
    ['municipality', 'e648'],
    ['declarationAccepted', false],
    ['declarationAccepted', 'true'],
    ['extra', 1],
  ])('refuse a %s like %s', async (field, value) => {
    const refused = await register({ [field]: value });
    expect(refused).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
    expect(refused.body.errors).toEqual(expect.arrayContaining([expect.objectContaining({ field })]));
  });

  it('keep owner and IBAN to themselves, and the text that was accepted with its time', async () => {
    const owned = { ownerName: 'Gianna', ownerSurname: 'Mezzetti', ownerFiscalCode: 'vllmrt88d52e648u', iban: 'IT60 X054 2811 1010 0000 0123 456', artisan: true, declarationVersion: '2026-01' };
    const wrong = async (more: object) => (await register(more)).body.errors!.map(({ field, code }) => `${String(field)} ${String(code)}`);
    expect(await wrong({ ownerName: 'Gianna' })).toEqual(['ownerSurname owner-incomplete', 'ownerFiscalCode owner-incomplete']);
    expect(await wrong({ ...owned, ownerFiscalCode: 'VLLMRT88D52E648X' })).toEqual(['ownerFiscalCode fiscal-code-check']);
    const registered = await register(owned);
    expect(registered).toMatchObject({ status: 201, body: { artisan: true, declaration: { code: 'firm-data', version: '2026-01', at: registered.body['registeredAt'] } } });
    const seen = { owner: { name: 'Gianna', surname: 'Mezzetti', fiscalCodeTail: '648U' }, ibanTail: '3456' };
    for (const who of [owner, operator]) expect((await send('GET', F, who)).body).toMatchObject(seen);
    expect(await app.get(Directory).organisation(firmId)).toEqual({ name: 'Sartoria Mezzetti', vatNumber: VAT });
    expect(JSON.stringify((await send('GET', '/api/companies/firms', operator)).body)).not.toMatch(/Gianna|3456/);
    expect(JSON.stringify(await ports.store.journal.since(0, 1_000))).not.toMatch(/Gianna|VLLMRT|IT60|3456/i);
    const text = await send('GET', '/api/companies/declarations/firm-data', newcomer);
    expect(text.body).toMatchObject({ version: '2026-01', validMonths: 6, text: expect.stringContaining('DPR 445/2000') });
    expect(await send('GET', '/api/companies/declarations/none', newcomer)).toMatchObject({ status: 404, body: { code: 'declaration-not-found' } });
  });

  it('declare their data anew, from then on', async () => {
    await register({ iban: 'IT60X0542811101000000123456' });
    const { vatNumber: _, ...data } = firmBody;
    const declare = (more: object, who: Principal = owner) => send('POST', `${F}/declarations`, who, { ...data, ...more });
    const changed = await declare({ employeesCount: 2, occupatiCount: 2, municipality: 'F205' });
    expect(changed).toMatchObject({ status: 201, body: { firmId, changed: ['employeesCount', 'occupatiCount', 'municipality'], declarationVersion: '2026-01' } });
    const now = { employeesCount: 2, occupatiCount: 2, municipality: 'F205', ibanTail: '3456', declaration: { at: changed.body['declaredAt'] } };
    await eventually(async () => (await send('GET', F, owner)).body['declaration']?.['at' as never] === changed.body['declaredAt'], 'the list to follow');
    expect((await send('GET', F, owner)).body).toMatchObject(now);
    expect((await send('GET', '/api/companies/firms', operator)).body.items).toMatchObject([{ employeesCount: 2 }]);
    expect((await declare({ employeesCount: 2, occupatiCount: 2, municipality: 'F205' })).body).toMatchObject({ changed: [] });
    expect(await declare({ declarationVersion: '2019-01' })).toMatchObject({ status: 409, body: { code: 'declaration-outdated' } });
    expect(await declare({ occupatiCount: 1 })).toMatchObject({ status: 400, body: { errors: [{ field: 'occupatiCount' }] } });
    expect(await declare({ vatNumber: VAT })).toMatchObject({ status: 400 });
    for (const who of [otherOwner, operator, newcomer]) expect(await declare({}, who)).toMatchObject({ status: 403 });
  });

  it('are nobody else’s business', async () => {
    await register();
    expect(await send('POST', '/api/companies/firms', undefined, firmBody)).toMatchObject({ status: 401 });
    expect(await send('GET', '/api/companies/firms', owner)).toMatchObject({ status: 403 });
    expect(await send('GET', F, otherOwner)).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
    expect(await send('GET', `/api/companies/firms/${derivedId('com', 'none')}`, operator)).toMatchObject({ status: 404, body: { code: 'firm-not-found' } });
  });
});

describe('employees', () => {
  it('come in from a file, and the same file again adds nobody', async () => {
    await register();
    const first = await importFile(CSV);
    expect(first).toMatchObject({ status: 200, body: { firmId, status: 'completed', rows: 2, added: 2, alreadyThere: 0 } });
    expect((await importFile(CSV)).body).toMatchObject({ added: 0, alreadyThere: 2 });
    const asListed = expect.objectContaining({ name: 'Marta', surname: 'Vallini', fiscalCode: 'VLLMRT88D52E648U' }) as object;
    expect(await listed(2)).toEqual(expect.arrayContaining([asListed, expect.objectContaining({ name: 'Piero' })]));
    expect((await send('GET', F, owner)).body).toMatchObject({ employeesCount: 3, listedEmployees: 2 });
    expect((await send('GET', `${F}/employee-imports/${String(first.body['importId'])}`, owner)).body).toEqual(first.body);
    const personId = territory.personId('vllmrt88d52e648u');
    expect(await app.get(Directory).person(personId, firmId)).toEqual({ name: 'Marta Vallini', fiscalCodeTail: '648U' });
    const marta: Principal = { personId, sessionId: derivedId('ses', 'marta'), roles: [{ role: 'employee', organisationId: firmId }] };
    expect((await send('GET', '/api/companies/people/me', marta)).body.items).toMatchObject([{ firmId, firmName: 'Sartoria Mezzetti', name: 'Marta', fiscalCode: 'VLLMRT88D52E648U' }]);
    expect(await send('GET', '/api/companies/people/me', owner)).toMatchObject({ status: 403 });
  });

  it('come in from a spreadsheet just as from a text', async () => {
    await register();
    const rows = [['Codice_Fiscale', 'nome', 'cognome', 'data_assunzione', 'categoria'], ['VLLMRT88D52E648U', 'Marta', 'Vallini', 45_352, 'impiegati turno-notturno'], ['ZNBPRI79S09F205T', 'Piero', 'Zanaboni', '', '']];
    const sheet = (path: string) => send('POST', path, owner, workbookOf(rows), { 'content-type': XLSX_TYPE, prefer: 'wait=2' });
    expect((await sheet(`${F}/employee-imports/previews`)).body).toMatchObject({ added: 2, toReview: [{ code: 'impiegati', people: 1 }, { code: 'turno-notturno', people: 1 }] });
    expect(await sheet(`${F}/employee-imports`)).toMatchObject({ status: 200, body: { added: 2 } });
    const marta = { name: 'Marta', hiredOn: '2024-03-01', categories: ['impiegati', 'turno-notturno'] };
    expect(await listed(2)).toEqual(expect.arrayContaining([expect.objectContaining(marta)]));
    expect((await sheet(`${F}/employee-imports`)).body).toMatchObject({ added: 0, alreadyThere: 2, changed: 0 });
    const broken = await send('POST', `${F}/employee-imports`, owner, Buffer.from('PK but no more'), { 'content-type': XLSX_TYPE });
    expect(broken).toMatchObject({ status: 422, body: { code: 'import-refused', errors: [{ code: 'xlsx-unreadable' }] } });
  });

  it('are told in a preview as the import will take them, and nothing is changed by that', async () => {
    await register();
    await importFile(CSV);
    const csv = CSV.replace('Vallini', 'Valli') + 'RSSMRA85T10A562S,Maria,Rossi\n';
    const before = (await ports.store.journal.since(0, 1_000)).length;
    const preview = await previewOf(csv);
    expect(preview).toMatchObject({ status: 200, body: { firmId, rows: 3, added: 1, changed: 1, unchanged: 1 } });
    expect(preview.body['lines']).toEqual([
      { line: 2, name: 'Marta', surname: 'Valli', change: 'changed', changed: ['surname'], nameBefore: 'Marta Vallini' },
      { line: 3, name: 'Piero', surname: 'Zanaboni', change: 'unchanged' },
      { line: 4, name: 'Maria', surname: 'Rossi', change: 'added' },
    ]);
    expect((await previewOf(csv)).body).toEqual(preview.body);
    expect((await ports.store.journal.since(0, 1_000)).length).toBe(before);
    const query = `?preview=${String(preview.body['previewId'])}`;
    const taken = await send('POST', `${F}/employee-imports${query}`, owner, csv, { 'content-type': 'text/csv', prefer: 'wait=2' });
    expect(taken.body).toMatchObject({ status: 'completed', added: 1, alreadyThere: 2, changed: 1 });
    // What was seen is done: a second time there would be nothing to do.
    const again = await send('POST', `${F}/employee-imports${query}`, owner, csv, { 'content-type': 'text/csv', prefer: 'wait=2' });
    expect(again).toMatchObject({ status: 409, body: { code: 'import-preview-outdated' } });
    expect((await previewOf(csv)).body).toMatchObject({ added: 0, changed: 0, unchanged: 3 });
  });

  it('have a preview that refuses what the import would, and strangers', async () => {
    await register();
    const wrong = CSV.replace('ZNBPRI79S09F205T', 'NONVALIDO');
    const [preview, refused] = [await previewOf(wrong), await importFile(wrong)];
    expect([preview.status, preview.body.errors]).toEqual([422, refused.body.errors]);
    expect(await previewOf(CSV, otherOwner)).toMatchObject({ status: 403 });
  });

  it('may work for another firm too', async () => {
    await register();
    await importFile(CSV);
    const other = firmIdOf('01234560983');
    const otherFirm = someone('third', { role: 'firm-admin', organisationId: other });
    expect(await register({ vatNumber: '01234560983' }, someone('third'))).toMatchObject({ status: 201 });
    const taken = await send('POST', `/api/companies/firms/${other}/employee-imports`, otherFirm, CSV, { 'content-type': 'text/csv', prefer: 'wait=2' });
    expect(taken.body).toMatchObject({ added: 2, alreadyThere: 0 });
  });

  it('are pending with a location where nobody waits', async () => {
    await register();
    const pending = await importFile(CSV, { prefer: 'respond-async' });
    expect(pending).toMatchObject({ status: 202, body: { status: 'pending', rows: 2 } });
    await eventually(async () => (await send('GET', String(pending.headers.location), owner)).body['status'] === 'completed', 'the import to be completed');
  });

  it('keep nothing of a refused file, and leave nothing of an accepted one but the people', async () => {
    await register();
    const refused = await importFile(CSV.replace('ZNBPRI79S09F205T', 'NONVALIDO'));
    expect(refused).toMatchObject({ status: 422, body: { code: 'import-refused', errors: [{ line: 3, column: 1, field: 'codice_fiscale', code: 'fiscal-code-format' }] } });
    expect(JSON.stringify(refused.body)).not.toContain('NONVALIDO');
    expect(await employees()).toEqual([]);
    const accepted = await importFile(CSV);
    const importId = String(accepted.body['importId']);
    await eventually(async () => (await ports.store.blobs.get(importId)) === undefined, 'the file to be removed');
    const history = await ports.store.journal.since(0, 1_000);
    expect(JSON.stringify(history)).not.toMatch(/VLLMRT|Vallini|Marta|00743110157|Mezzetti/i);
  });

  it('come in whole although the store fails in the middle, and count as added once', async () => {
    await register();
    const { documents } = ports.store;
    const commit = documents.commit.bind(documents);
    let failures = 0;
    documents.commit = (change) => {
      const fails = change.collection === 'companies.employee' && failures < 3;
      if (fails) failures += 1;
      // Half of the failures happen after the write.
      return fails ? (failures % 2 ? Promise.resolve() : commit(change)).then(() => Promise.reject(new StoreUnavailableError('for the test'))) : commit(change);
    };
    const pending = await importFile(CSV, { prefer: 'wait=5' });
    expect(pending.body).toMatchObject({ status: 'completed', added: 2, alreadyThere: 0 });
    const names = ['VLLMRT88D52E648U', 'ZNBPRI79S09F205T'].map((code) => app.get(Directory).person(territory.personId(code), firmId));
    expect((await Promise.all(names)).map((card) => card?.name)).toEqual(['Marta Vallini', 'Piero Zanaboni']);
  });

  it('refuse other bodies, strangers and files that are too large', async () => {
    await register();
    expect(await send('POST', `${F}/employee-imports`, owner, { csv: CSV })).toMatchObject({ status: 415 });
    expect(await importFile(CSV, {}, otherOwner)).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
    expect(await importFile(CSV, {}, newcomer)).toMatchObject({ status: 403 });
    expect(await importFile(`${CSV}${'x'.repeat(1_100_000)}`)).toMatchObject({ status: 413, body: { code: 'too-large' } });
    for (const path of ['employees', `employee-imports/${derivedId('imp', 'none')}`]) expect(await send('GET', `${F}/${path}`, otherOwner)).toMatchObject({ status: 403 });
    expect(await send('GET', `${F}/employee-imports/${derivedId('imp', 'none')}`, owner)).toMatchObject({ status: 404, body: { code: 'import-not-found' } });
    expect(await send('GET', `${F}/employees?limit=1000`, owner)).toMatchObject({ status: 400 });
  });
});

describe('a family', () => {
  const marta: Principal = { personId: territory.personId('VLLMRT88D52E648U'), sessionId: derivedId('ses', 'marta'), roles: [{ role: 'employee', organisationId: firmId }] };
  const mine = '/api/companies/people/me/family-members';
  const nina = { relation: 'parent', name: 'Nina', surname: 'Lodetti', fiscalCode: 'ZNBPRI79S09F205T', birthDate: '1950-03-01', dependent: true, cohabiting: true, from: '2020-01-01', declarationAccepted: true };

  it('leaves nothing of itself in journal and answers, and is gone when it is erased', async () => {
    const kept = await send('POST', mine, marta, nina);
    expect(kept).toMatchObject({ status: 201, body: { memberId: expect.stringMatching(/^mem_/) } });
    expect((await send('GET', mine, marta)).body.items).toMatchObject([{ name: 'Nina', countsAsFamily: true }]);
    const erased = await app.inject({ method: 'DELETE', url: `${mine}/${String(kept.body['memberId'])}`, headers: { authorization: `Bearer ${await app.get(PrincipalTokens).sign(marta)}`, 'idempotency-key': 'erase-nina-1' } });
    expect(erased.statusCode).toBe(200);
    expect((await send('GET', mine, marta)).body.items).toEqual([]);
    const history = JSON.stringify(await ports.store.journal.since(0, 1_000));
    expect(history).toContain('family-member-erased');
    expect(history).not.toMatch(/Nina|Lodetti|ZNBPRI|1950|cohabiting|"parent"/);
    for (const who of [owner, operator, newcomer]) expect(await send('GET', mine, who)).toMatchObject({ status: 403 });
  });
});
