import { randomUUID } from 'node:crypto';
import { readCsvLines } from '@salvatempo/http';
import { faultsOf, productBlueprint } from './world/audit';
import { buy, fulfil, purchaseBecomes } from './world/buying';
import { Caller, type Answer } from './world/caller';
import { claimsValidator, fileOf, nurseryOf, payrollOf, upload } from './world/claims';
import { inDays, today } from './world/days';
import { firstOperator } from './world/first-operator';
import { freshFolder, leaveNothing, start, type Product } from './world/product';
import { PAST_YEAR } from './world/route-table';
import { makeTerritory, until, type Territory } from './world/territory';

const dataDir = freshFolder();
const CLAIMS = '/api/benefits/claims';
const CLOSINGS = '/api/benefits/payroll-closings';
const CHILD = 'ZNBPRI79S09F205T';
const MONTH = today().slice(0, 7);
const LETTERS = /f-bis|c\.3/;
let product: Product & { readonly url: string };
let territory: Territory;
let [operator, owner, payroll, validator]: Caller[] = [];
let documentId: string;
let closingId: string;

const as = (token: string): Caller => new Caller(() => product.url, token);
const codeOf = ({ status, body }: Answer): string => `${status} ${body.code}`;
const close = (who: Caller, month: string, key?: string): Promise<Answer> => who.post(CLOSINGS, { firmId: territory.firmId, month }, key === undefined ? {} : { key });
const file = async (who: Caller, part: string, format = 'csv'): Promise<string> => (await who.get(`${CLOSINGS}/${closingId}/file?part=${part}&format=${format}`)).text;
const rowsOf = (csv: string, kind: string): Record<string, string>[] => {
  const read = readCsvLines(csv);
  const [names, ...lines] = read.ok ? read.value.map(({ cells }) => cells) : [];
  return lines.filter(([first]) => first === kind).map((cells) => Object.fromEntries(cells.map((cell, n) => [names![n]!, cell]).filter(([, cell]) => cell !== '')) as Record<string, string>);
};

beforeAll(async () => {
  product = await start({ dataDir, args: ['--no-demo'], env: { LOG_LEVEL: 'info' } });
  operator = await firstOperator(product, () => product.url);
  territory = await makeTerritory(operator, { people: 2, seed: 774 });
  owner = as(territory.owner);
  validator = await claimsValidator(operator, 'anna');
  await owner.made(`/api/benefits/plans/${territory.planId}/credit-runs`, { amountCents: 60_000, letter: 'f-bis', validUntil: inDays(200) });
  const [{ token }] = territory.employees as [Territory['employees'][number]];
  const who = as(token);
  await who.made('/api/companies/people/me/family-members', {
    relation: 'child', name: 'Nina', surname: 'Arvedi', fiscalCode: CHILD, birthDate: '2024-03-01', dependent: false, cohabiting: true, from: '2024-03-01', declarationAccepted: true,
  });
  await until(who, '/api/benefits/accounts/mine', ({ lots }) => lots.length === 2);
  documentId = await upload(who, fileOf(randomUUID()));
  const { claimId } = await who.made(CLAIMS, { documentIds: [documentId], ...nurseryOf(CHILD) });
  await validator.made(`${CLAIMS}/${claimId}/approval`, { approvedCents: 40_000, code: 'already-aided', legible: true, rightCategory: true });
  await until(who, `${CLAIMS}/${claimId}`, ({ reimbursedCents }) => reimbursedCents === 40_000);
  const buyer = territory.employees[1]!;
  const bought = await buy(as(buyer.token), buyer, territory, 'a-voucher');
  await fulfil(as(territory.manager), as(buyer.token), territory, bought);
  await purchaseBecomes(as(buyer.token), bought.purchaseId, 'settled');
}, 60_000);

afterAll(leaveNothing);
jest.setTimeout(60_000);

describe('a firm’s payroll', () => {
  it('is done by whom its administrator lets, and by nobody else', async () => {
    expect(codeOf(await close(owner!, MONTH))).toBe('403 not-allowed');
    payroll = await payrollOf(owner!, territory.firmId, 'paghe');
    const { personId } = (await payroll.get('/api/identity/sessions/current')).body;
    expect((await owner!.get(`/api/benefits/payroll-staff?firmId=${territory.firmId}`)).body.personIds).toEqual([personId]);
    expect(codeOf(await owner!.post('/api/benefits/payroll-staff', { firmId: territory.firmId, personId }))).toBe('409 payroll-already');
    expect(codeOf(await payroll.post(CLOSINGS, { firmId: 'fir_00000000000000000000000000', month: MONTH }))).toBe('403 not-allowed');
  });

  it('closes a month once, with sums that tell of nobody', async () => {
    await until(owner!, '/api/benefits/reimbursements', ({ items }) => items.length === 1);
    expect(codeOf(await close(payroll!, inDays(40).slice(0, 7)))).toBe('422 payroll-month-future');
    const closed = await close(payroll!, MONTH, 'the-month-of-payroll');
    expect([closed.status, closed.body]).toEqual([201, expect.objectContaining({ number: 1, month: MONTH, people: 2, reimbursedCents: 40_000, corrections: 0, correctedCents: 0 })]);
    expect(closed.text).not.toMatch(LETTERS);
    closingId = closed.body.closingId;
    expect((await close(payroll!, MONTH, 'the-month-of-payroll')).text).toBe(closed.text);
    expect(codeOf(await close(payroll!, MONTH))).toBe('409 payroll-month-closed');
    expect(codeOf(await close(payroll!, `${PAST_YEAR}-12`))).toBe('409 payroll-month-closed');
    expect((await until(owner!, `${CLOSINGS}?firmId=${territory.firmId}`, ({ items }) => items.length === 1)).items).toEqual([closed.body]);
  });

  it('gets each person’s codice fiscale, letter and amount, as the same bytes whenever it asks', async () => {
    const [claimant, buyer] = territory.employees;
    const first = await file(payroll!, 'month');
    const lines = rowsOf(first, '1');
    expect(lines).toHaveLength(2);
    expect(lines).toContainEqual({ tipo_record: '1', codice_fiscale: claimant!.fiscalCode, mese: MONTH.replace('-', ''), anno_imposta: MONTH.slice(0, 4), voce: 'R', lettera: 'f-bis', importo: '400,00' });
    expect(lines).toContainEqual(expect.objectContaining({ codice_fiscale: buyer!.fiscalCode, voce: 'N', lettera: 'c.3' }));
    expect(rowsOf(first, '2').map(({ voce, lettera }) => `${voce} ${lettera}`)).toEqual(['N c.3', 'R f-bis']);
    expect(await file(payroll!, 'month', 'fixed')).toMatch(/^0SVTPAGHE01M\d{11}\d{6}000001 +\r\n1/);
    expect(rowsOf(await file(payroll!, 'corrections'), '1')).toEqual([]);
    // Whatever happens next: another claim of the same month is paid, and the closed month stays as it was.
    const who = as(claimant!.token);
    const { claimId } = await who.made(CLAIMS, { documentIds: [await upload(who, fileOf(randomUUID()))], ...nurseryOf(CHILD, { askedCents: 1_000 }) });
    await validator!.made(`${CLAIMS}/${claimId}/approval`, { approvedCents: 1_000, legible: true, rightCategory: true });
    await until(owner!, '/api/benefits/reimbursements', ({ items }) => items.length === 2);
    expect(await file(payroll!, 'month')).toBe(first);
  });

  it('sees no claim and no document, and no event tells a letter or a person of a month', async () => {
    expect((await payroll!.get(`/api/benefits/claim-documents/${documentId}`)).status).toBe(403);
    expect((await payroll!.get(`/api/benefits/claim-documents/${documentId}/file`)).status).toBe(403);
    expect((await payroll!.get(`${CLAIMS}/queue`)).status).toBe(403);
    expect((await owner!.get(`/api/benefits/claim-documents/${documentId}/file`)).status).toBe(403);
    expect(codeOf(await owner!.get(`${CLOSINGS}/${closingId}/file?part=month&format=csv`))).toBe('403 not-allowed');
    const { items: events } = (await operator!.get('/api/operations/events?after=0&limit=500')).body;
    const own = events.filter(({ type }: { type: string }) => type.includes('payroll'));
    expect(own.map(({ type }: { type: string }) => type)).toEqual(['benefits.payroll-appointed.v1', 'benefits.payroll-month-closed.v1']);
    const claimant = (await as(territory.employees[0]!.token).get('/api/identity/sessions/current')).body.personId;
    expect(JSON.stringify(own)).not.toMatch(LETTERS);
    expect(JSON.stringify(own)).not.toContain(claimant);
    const listed = (await owner!.get('/api/benefits/reimbursements')).body.items;
    expect(Object.keys(listed[0]).sort()).toEqual(['amountCents', 'month', 'personId']);
  });

  it('in a firm whose owner does it as well comes without letters, in every format and part', async () => {
    const { personId } = (await owner!.get('/api/identity/sessions/current')).body;
    await owner!.made('/api/benefits/payroll-staff', { firmId: territory.firmId, personId });
    await until(owner!, '/api/identity/sessions/current', ({ roles }) => roles.some(({ role }: { role: string }) => role === 'payroll'));
    for (const part of ['month', 'corrections']) for (const format of ['csv', 'fixed']) expect(await file(owner!, part, format)).not.toMatch(LETTERS);
    expect(rowsOf(await file(owner!, 'month'), '1').map(({ importo }) => importo)).toContain('400,00');
    expect(await file(payroll!, 'month')).toMatch(LETTERS);
  });

  it('has no annual file before the year is over and its December closed', async () => {
    const year = (taxYear: number): Promise<Answer> => payroll!.get(`/api/benefits/payroll-year-files?firmId=${territory.firmId}&taxYear=${taxYear}&format=csv`);
    expect(codeOf(await year(Number(MONTH.slice(0, 4))))).toBe('422 tax-year-open');
    expect((await year(PAST_YEAR)).status).toBe(200);
  });

  it('left no letter, no codice fiscale and no document in the process’s log', () => {
    const log = product.output;
    expect(log).toContain('a payroll file was taken');
    expect(log).not.toMatch(/f-bis|Nido Carillon|ZNBPRI79S09F205T/);
    for (const { fiscalCode } of territory.employees) expect(log).not.toContain(fiscalCode);
  });

  it('adds up in the end', async () => {
    await product.stop();
    expect(await faultsOf(dataDir, await productBlueprint())).toEqual([]);
  });
});
