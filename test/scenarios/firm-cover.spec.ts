import { transferReferenceOf } from '@salvatempo/kernel';
import { camt053 } from '../../apps/benefits/src/take-statement/statement.fixture';
import { faultsOf, productBlueprint } from './world/audit';
import { buy, fulfil, purchaseBecomes } from './world/buying';
import { Caller, type Answer } from './world/caller';
import { inDays, today } from './world/days';
import { firstOperator } from './world/first-operator';
import { freshFolder, leaveNothing, start, type Product } from './world/product';
import { makeTerritory, until, type Territory } from './world/territory';

const dataDir = freshFolder();
const IBAN = 'IT60X0542811101000000123456';
const PAYEE = { TRANSFER_PAYEE: 'Comune di Prova', TRANSFER_IBAN: IBAN };
const STATEMENTS = '/api/benefits/bank-statements';
const LINES = '/api/benefits/bank-lines';
let product: Product & { readonly url: string };
let territory: Territory;
let [operator, owner, employee]: Caller[] = [];
let reference: string;

const as = (token: string): Caller => new Caller(() => product.url, token);
const codeOf = ({ status, body }: Answer): string => `${status} ${body.code}`;
const cover = (): string => `/api/benefits/covers/${territory.firmId}`;
const credit = (amountCents: number): Promise<Answer['body']> => owner!.made(`/api/benefits/plans/${territory.planId}/credit-runs`, { amountCents, letter: 'c.3', validUntil: inDays(300) });
const csv = (...lines: string[]): string => ['data;importo;causale;riferimento_banca;ordinante', ...lines].join('\n');
const sent = (file: string | Uint8Array, key?: string): Promise<Answer> =>
  operator!.post(STATEMENTS, Buffer.from(file), { headers: { 'content-type': 'application/octet-stream', prefer: 'wait=10' }, ...(key !== undefined && { key }) });
const covered = (more: object): Promise<Answer['body']> =>
  until(owner!, cover(), (body) => Object.entries(more).every(([name, value]) => body[name] === value)).then((body) => {
    expect(body.receivedCents + body.guaranteeUsedCents).toBe(body.creditedCents + body.freeCents + body.setAsideCents);
    return body;
  });
const proforma = async (): Promise<Answer['body']> => (await owner!.get(`/api/benefits/proformas/${reference}`)).body;

beforeAll(async () => {
  product = await start({ dataDir, args: ['--no-demo'], env: { ...PAYEE, LOG_LEVEL: 'info' } });
  operator = await firstOperator(product, () => product.url);
  territory = await makeTerritory(operator, { people: 2, seed: 270 });
  owner = as(territory.owner);
  employee = as(territory.employees[0]!.token);
}, 60_000);

afterAll(leaveNothing);
jest.setTimeout(60_000);

describe('credit above what a firm may give before it pays', () => {
  it('within its guarantee is given at once, and asks for its transfer by a pro-forma', async () => {
    await covered({ receivedCents: 0, creditedCents: 20_000, guaranteeUsedCents: 20_000, standing: 'regular', isOwnGuarantee: false });
    const { items, payTo } = await until(owner!, `${cover()}/proformas`, (body) => body.items.length === 1);
    expect(items[0]).toMatchObject({ ordinal: 1, amountCents: 20_000, leftCents: 20_000, status: 'given', issuedOn: today() });
    expect(payTo).toEqual({ payee: PAYEE.TRANSFER_PAYEE, iban: IBAN });
  });

  it('waits for the transfer: announced to the people it is for, and nobody can spend it', async () => {
    expect(codeOf(await owner!.post(`${cover()}/guarantee`, { guaranteeCents: 1, reason: 'da sola' }))).toBe('403 not-allowed');
    expect(codeOf(await operator!.post('/api/benefits/covers/com_00000000000000000000000000/guarantee', { guaranteeCents: 1, reason: 'nessuno' }))).toBe('404 firm-without-plan');
    await operator!.made(`${cover()}/guarantee`, { guaranteeCents: 20_000, reason: 'fideiussione bancaria' });
    const run = await credit(5_000);
    expect(run.status).toBe('awaiting-transfer');
    const { items } = await until(employee!, '/api/benefits/accounts/mine/announced', (body) => body.items.length === 1);
    expect(items[0]).toMatchObject({ runId: run.runId, amountCents: 5_000, letter: 'c.3' });
    expect((await employee!.get('/api/benefits/accounts/mine')).body).toMatchObject({ spendableCents: 10_000, lots: [{}] });
    const { items: proformas } = await until(owner!, `${cover()}/proformas`, (body) => body.items.length === 2);
    expect(proformas[0]).toMatchObject({ ordinal: 2, status: 'waiting', leftCents: 10_000 });
    reference = proformas[0].reference;
    const sheet = await owner!.get(`/api/benefits/proformas/${reference}/sheet`);
    expect([sheet.status, sheet.headers.get('content-type'), sheet.text.startsWith('%PDF')]).toEqual([200, 'application/pdf', true]);
  });

  it('a statement that isn’t right is refused whole, with line and column', async () => {
    const wrong = await sent(csv(`${today()};60,00;${reference};CRO 1;Sartoria`, `${today()};tanto;x;CRO 2;x`));
    expect([codeOf(wrong), wrong.body.errors]).toEqual(['422 import-refused', [expect.objectContaining({ line: 3, column: 2, field: 'importo', code: 'amount-format' })]]);
    const bomb = await sent(`<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;">]>${camt053([])}`);
    expect([codeOf(bomb), bomb.body.errors[0].code]).toEqual(['422 import-refused', 'xml-doctype']);
    expect((await sent(camt053([], 'IT00X0000000000000000000000'))).body.errors[0].code).toBe('other-account');
    expect((await operator!.get(LINES)).body.items).toEqual([]);
    expect((await owner!.get(cover())).body.receivedCents).toBe(0);
    expect(codeOf(await owner!.post(STATEMENTS, csv('a')))).toBe('403 not-allowed');
  });

  it('a part of it, from a CSV, is set aside and gives nothing yet', async () => {
    const grouped = reference.match(/.{4}/g)!.join(' ');
    const file = csv(`${today()};60,00;acconto ${grouped};CRO 1;Sartoria Rossi`, `${today()};-5,00;commissioni;CRO 2;`, `${today()};12,00;ordine ${transferReferenceOf('pur_1')};CRO 3;Ermelinda Cattabriga`);
    const taken = await sent(file, 'the-statement-of-today');
    expect([taken.status, taken.body]).toEqual([200, expect.objectContaining({ format: 'csv', status: 'completed', lines: 2, skipped: 1, matched: 1, unmatched: 1, known: 0 })]);
    await covered({ receivedCents: 6_000, setAsideCents: 6_000, guaranteeUsedCents: 20_000, creditedCents: 20_000 });
    expect(await proforma()).toMatchObject({ status: 'waiting', leftCents: 4_000 });
    expect((await employee!.get('/api/benefits/accounts/mine/announced')).body.items).toHaveLength(1);
  });

  it('goes on by itself when the rest comes, from a CAMT.053; what is above it pays the oldest pro-forma', async () => {
    const entry = { day: today(), payer: 'Sartoria Rossi' };
    const file = camt053([{ ...entry, amount: '60.00', reference: 'CRO 1', text: `acconto ${reference}` }, { ...entry, amount: '50.00', reference: 'CRO 4', text: `saldo ${reference}` }, { ...entry, amount: '7.00', reference: 'CRO 5', text: 'offerta' }]);
    expect((await sent(file)).body).toMatchObject({ format: 'camt-053', lines: 3, matched: 1, unmatched: 1, known: 1 });
    await covered({ receivedCents: 11_000, setAsideCents: 0, creditedCents: 30_000, guaranteeUsedCents: 19_000 });
    await until(employee!, '/api/benefits/accounts/mine', (body) => body.spendableCents === 15_000);
    expect((await until(employee!, '/api/benefits/accounts/mine/announced', (body) => body.items.length === 0)).items).toEqual([]);
    expect(await proforma()).toMatchObject({ status: 'paid', leftCents: 0 });
  });

  it('is spent like any other', async () => {
    const buyer = territory.employees[0]!;
    const bought = await buy(employee!, buyer, territory, 'paid-credit');
    await fulfil(as(territory.manager), employee!, territory, bought);
    await purchaseBecomes(employee!, bought.purchaseId, 'settled');
    await covered({ spentCents: 1_200, receivedCents: 11_000 });
  });

  it('the same files again, and the same lines in another file, credit nothing twice', async () => {
    const again = csv(`${today()};60,00;acconto;CRO 1;Sartoria Rossi`, `${today()};50,00;${reference};CRO 4;Sartoria Rossi`);
    for (let n = 0; n < 2; n++) expect((await sent(again)).body).toMatchObject({ lines: 2, matched: 0, unmatched: 0, known: 2 });
    await covered({ receivedCents: 11_000 });
    expect((await until(owner!, `${cover()}/transfers`, ({ items }) => items.length === 2)).items.map(({ amountCents }: { amountCents: number }) => amountCents).sort()).toEqual([5_000, 6_000]);
  });

  it('a transfer that says nothing is given to its firm by an operator, once; another one is none of a firm', async () => {
    const { items } = await until(operator!, LINES, (body) => body.items.length === 2);
    expect(items).toContainEqual(expect.objectContaining({ amountCents: 1_200, payer: 'Ermelinda Cattabriga', bankReference: 'CRO 3', reference: transferReferenceOf('pur_1') }));
    const [lineId, otherId] = [700, 1_200].map((cents) => items.find(({ amountCents }: { amountCents: number }) => amountCents === cents).lineId as string);
    expect((await operator!.post(`${LINES}/${lineId}/assignment`, { firmId: territory.firmId })).body).toMatchObject({ status: 'assigned', amountCents: 700 });
    for (const [act, body] of [['assignment', { firmId: territory.firmId }], ['closure', { how: 'sent-back' }]] as const) expect(codeOf(await operator!.post(`${LINES}/${lineId}/${act}`, body))).toBe('409 bank-line-settled');
    expect((await operator!.post(`${LINES}/${otherId}/closure`, { how: 'elsewhere' })).body).toMatchObject({ status: 'elsewhere' });
    expect(codeOf(await operator!.post(`${LINES}/bkl_00000000000000000000000000/closure`, { how: 'elsewhere' }))).toBe('404 bank-line-not-found');
    await until(operator!, LINES, (body) => body.items.length === 0);
    await covered({ receivedCents: 11_700, guaranteeUsedCents: 18_300 });
  });

  it('credit that is taken back asks for less, and a higher guarantee lets the next run go', async () => {
    const { items: accounts } = await until(owner!, '/api/benefits/accounts', ({ items }) => items.length === 2);
    expect(Object.keys(accounts[0] as object).sort()).toEqual(['accountId', 'firmId', 'heldCents', 'personId', 'spendableCents']);
    await owner!.made(`/api/benefits/accounts/${accounts[0].accountId}/withdrawals`, { amountCents: 300, reason: 'accreditato per errore' });
    await covered({ creditedCents: 29_700 });
    expect((await credit(4_000)).status).toBe('awaiting-transfer');
    await operator!.made(`${cover()}/guarantee`, { guaranteeCents: 30_000, reason: 'aumentata' });
    await covered({ creditedCents: 37_700 });
    const { items } = await until(operator!, '/api/benefits/covers', (body) => body.items[0]?.guarantees.length === 2);
    expect(items[0]).toMatchObject({ name: expect.any(String) as string, guarantees: [{ guaranteeCents: 30_000, reason: 'aumentata' }, { guaranteeCents: 20_000 }] });
    await until(employee!, '/api/benefits/accounts/mine/announced', (body) => body.items.length === 0);
  });

  it('credit that waits is called off by its firm: what was set aside is free, nobody is credited, and what may be spent can’t be called off', async () => {
    const { freeCents, creditedCents } = (await owner!.get(cover())).body;
    const run = await credit(50_000);
    expect(run.status).toBe('awaiting-transfer');
    await until(owner!, '/api/benefits/accounts', ({ items }) => items.length === 2);
    const { items } = await until(owner!, `${cover()}/proformas`, (body) => body.items[0].runId === run.runId);
    await sent(csv(`${today()};10,00;acconto ${items[0].reference};CRO 9;Sartoria`));
    await covered({ setAsideCents: 1_000 + freeCents, freeCents: 0 });
    expect(codeOf(await employee!.post(`/api/benefits/credit-runs/${run.runId}/cancellation`))).toBe('403 not-allowed');
    const off = await owner!.post(`/api/benefits/credit-runs/${run.runId}/cancellation`, undefined, { key: 'call-it-off' });
    expect(off.body).toEqual({ runId: run.runId, status: 'called-off', amountCents: 100_000, freedCents: 1_000 + freeCents });
    expect((await owner!.post(`/api/benefits/credit-runs/${run.runId}/cancellation`, undefined, { key: 'call-it-off' })).text).toBe(off.text);
    expect(codeOf(await owner!.post(`/api/benefits/credit-runs/${run.runId}/cancellation`))).toBe('409 credit-run-not-waiting');
    expect(codeOf(await owner!.post(`/api/benefits/credit-runs/${items.at(-1).runId}/cancellation`))).toBe('409 credit-run-not-waiting');
    await covered({ setAsideCents: 0, creditedCents });
    await until(owner!, `/api/benefits/credit-runs/${run.runId}`, ({ status }) => status === 'called-off');
    const seen = await owner!.get(`${cover()}/proformas`, { 'salvatempo-position': off.headers.get('salvatempo-position')! });
    expect(seen.body.items[0]).toMatchObject({ status: 'cancelled', leftCents: 0 });
    await until(employee!, '/api/benefits/accounts/mine/announced', (body) => body.items.length === 0);
  });

  it('no event and no line of the log says who transferred or what was written on it', async () => {
    const { items: events } = (await operator!.get('/api/operations/events?after=0&limit=500')).body;
    expect(events.some(({ type }: { type: string }) => type === 'benefits.bank-line-recorded.v1')).toBe(true);
    for (const text of [JSON.stringify(events), product.output]) expect(text).not.toMatch(/Cattabriga|Sartoria Rossi|acconto|CRO \d/);
  });

  it('adds up in the end', async () => {
    await product.stopAtRest();
    expect(await faultsOf(dataDir, await productBlueprint())).toEqual([]);
  });
});
