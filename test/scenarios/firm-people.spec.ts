import { eventually, workbookOf } from '@salvatempo/testing';
import type { Caller } from './world/caller';
import { inDays, today } from './world/days';
import { firstOperator } from './world/first-operator';
import { livedIn, type LivedIn } from './world/lived-in';
import { freshFolder, leaveNothing, start } from './world/product';
import { PASSWORD, until } from './world/territory';

let here: LivedIn;
let owner: Caller;
let firm: string;

beforeAll(async () => {
  const product = await start({ dataDir: freshFolder(), args: ['--no-demo'] });
  here = await livedIn(await firstOperator(product, () => product.url), 61);
  owner = here.people['firm-admin'];
  firm = `/api/companies/firms/${here.ids.firmId}`;
});

afterAll(leaveNothing);

const HEADER = 'codice_fiscale,nome,cognome';
const XLSX = { 'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };
const known = (): string => `${here.territory.employees[0]!.fiscalCode},Adelea,Arvedi`;
const listOf = (right: (items: Record<string, unknown>[]) => boolean) => until(owner, `${firm}/employees?limit=100`, ({ items }) => right(items));

describe('a firm without a personnel office', () => {
  it('sees what its list would change before it changes anything, and is held to what it saw', async () => {
    const file = `${HEADER}\n${known()}\nVLLMRT88D52E648U,Marta,Vallini\n`;
    const preview = await owner.post(`${firm}/employee-imports/previews`, file, { key: null });
    expect(preview).toMatchObject({ status: 200, body: { rows: 2, added: 1, changed: 0, unchanged: 1 } });
    expect((await owner.get(`${firm}/employees`)).body.items).toHaveLength(1);
    await owner.made(`${firm}/employee-imports`, `${HEADER}\nVLLMRT88D52E648U,Marta,Vallin\n`);
    const late = await owner.post(`${firm}/employee-imports?preview=${preview.body.previewId}`, file);
    expect(late).toMatchObject({ status: 409, body: { code: 'import-preview-outdated' } });
    const seen = await owner.post(`${firm}/employee-imports/previews`, file, { key: null });
    expect(seen.body).toMatchObject({ added: 0, changed: 1, lines: [{}, { nameBefore: 'Marta Vallin', surname: 'Vallini' }] });
    expect(await owner.made(`${firm}/employee-imports?preview=${seen.body.previewId}`, file)).toMatchObject({ added: 0, changed: 1, alreadyThere: 2 });
    await listOf((items) => items.length === 2 && items.some(({ surname }) => surname === 'Vallini'));
  });

  it('brings people in from the spreadsheet that the consultant sent, and is told of a wrong cell by its place', async () => {
    const rows = [['codice_fiscale', 'nome', 'cognome', 'categoria'], ['ZNBPRI79S09F205T', 'Piero', 'Zanaboni', 'operai turno-notturno']];
    const wrong = await owner.post(`${firm}/employee-imports`, workbookOf([...rows, [], ['RSSMRA85T10A562X', 'Maria', 'Rossi', 'mamme']]), { headers: XLSX });
    expect(wrong).toMatchObject({ status: 422, body: { code: 'import-refused', errors: [{ line: 4, column: 1, code: 'fiscal-code-check' }, { line: 4, column: 4, code: 'category-unknown' }] } });
    const taken = await owner.post(`${firm}/employee-imports`, workbookOf(rows), { headers: { ...XLSX, prefer: 'wait=10' } });
    expect(taken).toMatchObject({ status: 200, body: { added: 1 } });
    await listOf((items) => items.some(({ name, categories }) => name === 'Piero' && String(categories) === 'operai,turno-notturno'));
  });
});

describe('a firm that grows', () => {
  it('reads what it declares, declares it with the text’s version, and is seen as it is now by the officer', async () => {
    const { body: declaration } = await owner.get('/api/companies/declarations/firm-data');
    expect(declaration.text).toContain('445/2000');
    const data = { name: 'Sartoria cresciuta', employeesCount: 5, occupatiCount: 6, sector: '14.13', municipality: 'E648', artisan: true, iban: 'IT60X0542811101000000123456', declarationAccepted: true };
    const changed = await owner.made(`${firm}/declarations`, { ...data, declarationVersion: declaration.version });
    expect(changed.changed).toEqual(expect.arrayContaining(['employeesCount', 'occupatiCount', 'artisan', 'name', 'iban']));
    const seen = { name: 'Sartoria cresciuta', employeesCount: 5, occupatiCount: 6, artisan: true, ibanTail: '3456', declaration: { version: declaration.version } };
    expect((await here.people.operator.get(firm)).body).toMatchObject(seen);
    expect((await owner.post(`${firm}/declarations`, { ...data, declarationVersion: '2019-01' })).body.code).toBe('declaration-outdated');
  });
});

describe('somebody who leaves a firm', () => {
  const yesterday = () => inDays(-1);
  const quote = () => here.people.employee.get(`/api/marketplace/quotes?offerId=${here.ids.offerId}`);
  const creditEverybody = () => owner.made(`/api/benefits/plans/${here.ids.planId}/credit-runs`, { amountCents: 500, letter: 'c.3', validUntil: '2099-12-31' });

  it('works up to the last day; then buys nothing with the plan, is given no credit, and keeps sign-in, account and vouchers', async () => {
    const at = `${firm}/employees/${here.ids.employeeId}`;
    const everybody = (await owner.get(`${firm}/employees?limit=100`)).body.items.length as number;
    await owner.made(`${at}/departures`, { lastDay: today() });
    await listOf((items) => items.some(({ employeeId, lastDay }) => employeeId === here.ids.employeeId && lastDay === today()));
    expect((await quote()).status).toBe(200);
    expect(await creditEverybody()).toMatchObject({ accounts: everybody });

    await owner.made(`${at}/departures`, { lastDay: yesterday() });
    await until(owner, `${firm}/employees?limit=100`, ({ items }) => items.some(({ lastDay }: { lastDay?: string }) => lastDay === yesterday()));
    await eventually(async () => (await quote()).status === 409, 'the marketplace to know');
    expect((await quote()).body).toMatchObject({ code: 'employment-ended', detail: expect.stringContaining('finito') });
    const buying = await here.people.employee.post('/api/marketplace/purchases', { offerId: here.ids.offerId, quoteId: `quo_${'0'.repeat(26)}`, totalCents: 4_000 });
    expect(buying).toMatchObject({ status: 409, body: { code: 'employment-ended' } });
    await eventually(async () => (await creditEverybody()).accounts === everybody - 1, 'benefits to know');
    const named = await owner.post(`/api/benefits/plans/${here.ids.planId}/credit-runs`, { amountCents: 500, letter: 'c.3', validUntil: '2099-12-31', personIds: [here.ids.personId] });
    expect(named).toMatchObject({ status: 422, body: { code: 'person-left-firm' } });

    const person = await owner.signIn(here.territory.employees[0]!.fiscalCode, PASSWORD);
    expect((await person.get('/api/benefits/accounts/mine')).status).toBe(200);
    expect((await person.get('/api/vouchers')).body.items.length).toBeGreaterThan(0);
  });

  it('stays so when the old list comes again, and works for the firm again from a day after the last one', async () => {
    const old = await owner.made(`${firm}/employee-imports`, `${HEADER}\n${known()}\n`);
    expect(old).toMatchObject({ added: 0, rehired: 0, alreadyThere: 1 });
    const again = await owner.post(`${firm}/employees/${here.ids.employeeId}/rehirings`, { firstDay: yesterday() });
    expect(again).toMatchObject({ status: 422, body: { code: 'rehired-before-leaving' } });
    const file = `${HEADER},data_assunzione\n${known()},${today()}\n`;
    expect((await owner.post(`${firm}/employee-imports/previews`, file, { key: null })).body).toMatchObject({ rehired: 1, lines: [{ change: 'rehired' }] });
    expect(await owner.made(`${firm}/employee-imports`, file)).toMatchObject({ rehired: 1 });
    await eventually(async () => (await quote()).status === 200, 'the person to buy again');
  });

  it('may be told by a complete list, but only after it was seen who would leave', async () => {
    const file = `${HEADER}\n${known()}\nVLLMRT88D52E648U,Marta,Vallini\n`;
    const day = `othersLeftOn=${today()}`;
    expect(await owner.post(`${firm}/employee-imports?${day}`, file)).toMatchObject({ status: 422, body: { code: 'import-preview-required' } });
    const { body: seen } = await owner.post(`${firm}/employee-imports/previews?${day}`, file, { key: null });
    expect(seen).toMatchObject({ unchanged: 2, leavers: [{ name: 'Piero', surname: 'Zanaboni', lastDay: today() }] });
    expect(await owner.made(`${firm}/employee-imports?${day}&preview=${seen.previewId}`, file)).toMatchObject({ status: 'completed', ended: 1, added: 0 });
    await listOf((items) => items.some(({ name, lastDay }) => name === 'Piero' && lastDay === today()));
  });
});

describe('an employee’s family', () => {
  const mine = '/api/companies/people/me/family-members';
  const relatives = async () => (await here.people.employee.get(mine)).body.items as Record<string, unknown>[];
  const nina = { relation: 'parent', name: 'Nina', surname: 'Lodetti', fiscalCode: 'ZNBPRI79S09F205T', birthDate: '1950-03-01', dependent: false, cohabiting: false, from: '2020-01-01', declarationAccepted: true };

  it('is theirs: with dates, declarations and what the rules make of it, seen by nobody else and in no event', async () => {
    const { employee, operator } = here.people;
    const { memberId } = await employee.made(mine, nina);
    const asKept = async () => (await relatives()).find((one) => one.memberId === memberId);
    expect(await asKept()).toMatchObject({ relation: 'parent', countsAsFamily: false, confidence: 'unsure', declarations: [{ cohabiting: false, from: '2020-01-01', version: '2026-01' }] });
    expect(await employee.made(mine, { ...nina, cohabiting: true, from: '2026-01-01' })).toEqual({ memberId });
    expect(await asKept()).toMatchObject({ countsAsFamily: true, declarations: [{}, { cohabiting: true, from: '2026-01-01' }] });
    for (const other of [owner, operator]) expect((await other.get(mine)).status).toBe(403);
    const { text } = await operator.get('/api/operations/events?limit=500');
    expect(text).toContain('companies.family-member-declared.v1');
    expect(text).not.toMatch(/Nina|Lodetti|ZNBPRI|cohabiting|"parent"/);
  });

  it('is erased for good where the employee says so', async () => {
    const { employee } = here.people;
    const before = await relatives();
    const { memberId } = before.find(({ name }) => name === 'Nina')!;
    expect((await employee.send('DELETE', `${mine}/${String(memberId)}`)).status).toBe(200);
    expect(await relatives()).toHaveLength(before.length - 1);
    expect((await employee.send('DELETE', `${mine}/${String(memberId)}`)).body.code).toBe('family-member-not-found');
  });

  it.each([
    [{ fiscalCode: 'ZNBPRI79S09F205X' }, 400, 'invalid-request'],
    [{ relation: 'convivente' }, 400, 'invalid-request'],
    [{ birthDate: '2999-01-01' }, 400, 'invalid-request'],
    [{ from: '2026-02-30' }, 400, 'invalid-request'],
    [{ from: '1949-01-01' }, 400, 'invalid-request'],
    [{ declarationVersion: '2019-01' }, 409, 'declaration-outdated'],
  ])('refuses %j', async (wrong, status, code) => {
    expect(await here.people.employee.post(mine, { ...nina, ...wrong })).toMatchObject({ status, body: { code } });
  });

  it('has nobody as their own relative', async () => {
    const { fiscalCode } = here.territory.employees[0]!;
    expect((await here.people.employee.post(mine, { ...nina, fiscalCode })).body.code).toBe('family-member-oneself');
  });
});

describe('a network of firms', () => {
  it('has members with dates: who asks for a day is told who was in force on it', async () => {
    const { operator, employee } = here.people;
    const other = await livedIn(operator, 62);
    const network = `/api/companies/networks/${here.ids.networkId}`;
    const inForce = async (day: string): Promise<string[]> => (await owner.get(`${network}?on=${day}`)).body.inForce;
    await operator.made(`${network}/members`, { firmId: other.ids.firmId, firstDay: '2026-03-01' });
    await operator.made(`${network}/members/${other.ids.firmId}/departures`, { lastDay: '2026-06-30' });
    expect(await inForce('2025-12-31')).toEqual([]);
    expect(await inForce('2026-02-28')).toEqual([here.ids.firmId]);
    expect(await inForce('2026-06-30')).toEqual([here.ids.firmId, other.ids.firmId]);
    expect(await inForce('2026-07-01')).toEqual([here.ids.firmId]);
    expect((await operator.post(`${network}/members`, { firmId: other.ids.firmId, firstDay: '2026-06-01' })).body.code).toBe('already-in-network');
    expect((await operator.post(`${network}/members`, { firmId: `com_${'0'.repeat(26)}`, firstDay: '2026-06-01' })).body.code).toBe('firm-not-found');
    expect((await operator.post(`${network}/members`, { firmId: other.ids.firmId, firstDay: '2026-02-30' })).status).toBe(400);
    expect((await owner.get(network)).body).toMatchObject({ title: 'Rete dei laboratori', kind: 'rete-contratto', commonFund: true, bodyFirmId: here.ids.firmId, programme: 'Comprare insieme i servizi' });
    expect((await employee.get(network)).status).toBe(403);
    // A firm is told the names of those that it is bound to, and of its own networks alone.
    const names = (await owner.get(network)).body.members.map(({ name }: { name: string }) => name);
    expect(names).toEqual(await Promise.all([here, other].map(async ({ ids }) => (await operator.get(`/api/companies/firms/${ids.firmId}`)).body.name as string)));
    const listed = async (who: Caller): Promise<string[]> => (await who.get('/api/companies/networks')).body.items.map(({ networkId }: { networkId: string }) => networkId);
    expect(await listed(owner)).toEqual([here.ids.networkId]);
    expect(await listed(other.people['firm-admin'])).toEqual([other.ids.networkId, here.ids.networkId]);
    expect(await listed(operator)).toEqual([other.ids.networkId, here.ids.networkId]);
    const { items: [newest], next } = (await operator.get('/api/companies/networks?limit=1')).body;
    expect(newest).toMatchObject({ networkId: other.ids.networkId, membersInForce: 1, commonFund: true, kind: 'rete-contratto' });
    expect((await operator.get(`/api/companies/networks?limit=1&after=${encodeURIComponent(next)}`)).body).toMatchObject({ items: [{ networkId: here.ids.networkId }] });
    expect((await employee.get('/api/companies/networks')).status).toBe(403);
  });
});
