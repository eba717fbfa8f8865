import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { faultsOf, productBlueprint } from './world/audit';
import { buy, fulfil, purchaseBecomes, type Bought } from './world/buying';
import { Caller, type Answer } from './world/caller';
import { fileOf, handIn } from './world/claims';
import { inDays, today } from './world/days';
import { firstOperator } from './world/first-operator';
import { openCallWith } from './world/firms';
import { freshFolder, leaveNothing, start, type Product } from './world/product';
import { makeTerritory, until, type Territory } from './world/territory';

const CUP = 'E12C34567890001';
const dataDir = freshFolder();
let product: Product & { readonly url: string };
let territory: Territory;
let bought: readonly Bought[];

const as = (token: string): Caller => new Caller(() => product.url, token);
const path = (): string => `/api/programmes/calls/${territory.callId}/dossier`;
const invoicesPath = (): string => `/api/programmes/providers/${territory.providerId}/invoices`;
const codeOf = ({ status, body }: Answer): string => (status < 300 ? String(status) : `${status} ${body.code}`);
const record = (purchaseIds: readonly string[], more: object = {}, who = as(territory.manager)): Promise<Answer> =>
  who.post(invoicesPath(), { callId: territory.callId, number: '1', issuedOn: today(), netCents: 6_557, vatCents: 1_443, cup: CUP, purchaseIds, ...more });
const withdraw = (invoiceId: string): Promise<Answer> => as(territory.manager).post(`${invoicesPath()}/${territory.callId}/${today().slice(0, 7)}/${invoiceId}/withdrawal`);

const fileOfInvoice = (invoiceId: string): string => `${invoicesPath()}/${territory.callId}/${today().slice(0, 7)}/${invoiceId}/file`;
const PDF = fileOf('fattura 12/PA');
const FATTURA_PA = Buffer.from(`<?xml version="1.0"?><p:FatturaElettronica versione="FPR12"><FatturaElettronicaBody><DatiGeneraliDocumento><Data>${today()}</Data><Numero>13/PA</Numero></DatiGeneraliDocumento><DatiOrdineAcquisto><CodiceCUP>${CUP}</CodiceCUP></DatiOrdineAcquisto><DatiRiepilogo><ImponibileImporto>40.00</ImponibileImporto><Imposta>0.00</Imposta></DatiRiepilogo></FatturaElettronicaBody></p:FatturaElettronica>`);

beforeAll(async () => {
  product = await start({ dataDir, args: ['--no-demo'] });
  territory = await makeTerritory(await firstOperator(product, () => product.url), { people: 2, seed: 660, terms: { cup: CUP, aidRegime: 'de-minimis-2831', onAidExcess: 'refuse', evidence: ['payment', 'invoice-file'] } });
  const employee = territory.employees[0]!;
  const made: Bought[] = [];
  for (let n = 0; n < 3; n++) {
    made.push(await buy(as(employee.token), employee, territory, `reported-${n}`));
    await purchaseBecomes(as(employee.token), made[n]!.purchaseId, 'active');
  }
  for (const one of made.slice(0, 2)) {
    await fulfil(as(territory.manager), as(employee.token), territory, one);
    await purchaseBecomes(as(employee.token), one.purchaseId, 'settled');
  }
  bought = made;
}, 60_000);

afterAll(leaveNothing);

async function archive(): Promise<{ readonly files: Readonly<Record<string, Uint8Array>>; readonly headers: Headers }> {
  const response = await fetch(`${product.url}${path()}/archive`, { headers: { authorization: `Bearer ${territory.operator}` } });
  expect(response.status).toBe(200);
  return { files: unzipSync(new Uint8Array(await response.arrayBuffer())), headers: response.headers };
}

describe('a dossier that writes itself', () => {
  it('reports no euro without the invoice that the call asks for, and says that its provider can give it', async () => {
    const dossier = await until(as(territory.operator), path(), ({ missing }: Answer['body']) => missing.filter(({ code }: { code: string }) => code === 'invoice-not-given').length === 2);
    expect(dossier).toMatchObject({ lineCount: 0, reportableCents: 0 });
    expect(dossier.missing.map(({ code, giver }: { code: string; giver: string }) => [code, giver])).toEqual([['grant-act-not-sent', 'operator'], ['invoice-not-given', 'provider'], ['invoice-not-given', 'provider'], ['voucher-not-redeemed', 'employee']]);
    expect(dossier.missing[1]).toMatchObject({ cents: 2_800, text: 'Il bando chiede la fattura del fornitore, che la cooperativa non ha ancora scritto.' });
  });

  it('takes the invoice of a provider once, of what it was paid and for what that cost', async () => {
    const manager = as(territory.manager);
    const { toInvoice, invoices } = await until(manager, invoicesPath(), (body) => body.toInvoice[0]?.purchases.length === 2);
    expect([invoices, toInvoice]).toMatchObject([[], [{ callId: territory.callId, cup: CUP, month: today().slice(0, 7), totalCents: 8_000 }]]);
    const both = [bought[0]!.purchaseId, bought[1]!.purchaseId];
    expect(codeOf(await record(both, { netCents: 6_557, vatCents: 1_442 }))).toBe('422 invoice-amount-differs');
    expect(codeOf(await record(both, { cup: 'E12C34567890002' }))).toBe('422 invoice-cup-differs');
    expect(codeOf(await record(both, { issuedOn: inDays(1) }))).toBe('400 invalid-request');
    expect(codeOf(await record(both, { number: 'VLLMRT88D52E648U' }))).toBe('400 invalid-request');
    expect(codeOf(await record([bought[0]!.purchaseId, bought[2]!.purchaseId]))).toBe('422 purchase-not-paid');
    expect(codeOf(await record(both, { callId: `cal_${'0'.repeat(26)}` }))).toBe('404 call-not-found');
    for (const token of [territory.owner, territory.operator]) expect(codeOf(await record(both, {}, as(token)))).toBe('403 not-allowed');
    const rush = await Promise.all(Array.from({ length: 8 }, (_, n) => record(both, { number: `${n}/PA` })));
    expect(rush.map(codeOf).sort()).toEqual(['201', ...Array<string>(7).fill('409 purchase-invoiced-already')]);
    const [invoice] = (await manager.get(invoicesPath())).body.invoices;
    expect(codeOf(await withdraw(invoice.invoiceId))).toBe('201');
    expect(codeOf(await withdraw(invoice.invoiceId))).toBe('404 invoice-not-found');
    expect(codeOf(await record(both.slice(0, 1), { number: '12/PA', netCents: 3_279, vatCents: 721 }))).toBe('201');
    expect(codeOf(await record(both.slice(1), { number: '12/PA', netCents: 4_000, vatCents: 0 }))).toBe('409 invoice-number-taken');
    expect(codeOf(await record(both.slice(1), { number: '13/PA', netCents: 4_000, vatCents: 0 }))).toBe('201');
    expect((await as(territory.operator).get(invoicesPath())).body).toMatchObject({ toInvoice: [], isWhole: true });
  });

  it('reports no euro without the invoice’s file, which its provider hands in once and the operator opens', async () => {
    const [manager, operator] = [as(territory.manager), as(territory.operator)];
    const { missing, lineCount } = (await operator.get(path())).body;
    expect(lineCount).toBe(0);
    expect(missing[1]).toMatchObject({ code: 'invoice-file-not-given', giver: 'provider', cents: 2_800, text: 'Il bando chiede il file della fattura del fornitore, che la cooperativa non ha ancora caricato.' });
    const { invoices } = (await manager.get(invoicesPath())).body as { invoices: { invoiceId: string; number: string }[] };
    const [first, second] = ['12/PA', '13/PA'].map((number) => fileOfInvoice(invoices.find((one) => one.number === number)!.invoiceId)) as [string, string];
    expect(codeOf(await manager.get(first))).toBe('404 invoice-file-not-found');
    expect(codeOf(await handIn(manager, Buffer.from('MZ an exe'), first))).toBe('422 file-kind');
    for (const token of [territory.owner, territory.operator]) expect(codeOf(await handIn(as(token), PDF, first))).toBe('403 not-allowed');
    expect(codeOf(await handIn(manager, PDF, fileOfInvoice(`inv_${'0'.repeat(26)}`)))).toBe('404 invoice-not-found');
    const rush = await Promise.all(Array.from({ length: 4 }, () => handIn(manager, PDF, first)));
    expect(rush.map(codeOf).sort()).toEqual(['201', ...Array<string>(3).fill('409 invoice-file-kept-already')]);
    expect((await operator.get(first)).text).toBe(Buffer.from(PDF).toString());
    expect((await as(territory.owner).get(first)).status).toBe(403);
    expect(await handIn(manager, FATTURA_PA, `${invoicesPath()}/reading`)).toMatchObject({ status: 200, body: { kind: 'fattura-pa', fields: { number: '13/PA', date: today(), netCents: 4_000, vatCents: 0, cup: CUP } } });
    expect((await operator.get(path())).body).toMatchObject({ lineCount: 1, lines: [{ invoiceNumber: '12/PA', invoicedOn: today() }], invoices: [{ number: '12/PA', file: { kind: 'pdf', contentHash: createHash('sha256').update(PDF).digest('hex') } }] });
    expect(codeOf(await handIn(manager, FATTURA_PA, second))).toBe('201');
  });

  it('has a line for each euro that was paid on proof, and says of the others what is missing and who can give it', async () => {
    const dossier = await until(as(territory.operator), path(), ({ lineCount, missingCount }: Answer['body']) => lineCount === 2 && missingCount === 2);
    expect(dossier).toMatchObject({ cup: CUP, reportableCents: 5_600, coFundingBasisPoints: 3_000, isWhole: true, indicators: { workers: { unknown: 0 }, plansOpened: 1, vouchersIssued: 3, vouchersRedeemed: 2, redeemedCents: 8_000, people: 1, accesses: 2, services: ['laundry-ironing'], providers: 1, firms: { micro: 1, small: 0, medium: 0, large: 0 } } });
    expect(dossier.lines[0]).toMatchObject({ purchaseId: bought[0]!.purchaseId, cup: CUP, totalCents: 4_000, eligibleCents: 2_800, coFundingCents: 1_200 });
    expect(dossier.missing.map(({ code, giver }: { code: string; giver: string }) => [code, giver])).toEqual([['grant-act-not-sent', 'operator'], ['voucher-not-redeemed', 'employee']]);
    expect(dossier.missing[1]).toMatchObject({ subject: bought[2]!.purchaseId, cents: 2_800, text: 'Il voucher non è ancora stato usato.' });
  });

  it('counts who came by sex, with their families and minors, and says what isn’t known instead of 0', async () => {
    const employee = as(territory.employees[0]!.token);
    const before = (await as(territory.operator).get(path())).body.indicators;
    expect([before.workers.women + before.workers.men, before.workers.unknown, before.withoutFamily]).toEqual([1, 0, 1]);
    for (const name of ['families', 'minors', 'workCreated', 'extraOpeningHours']) expect(before).not.toHaveProperty(name);
    const relative = { name: 'Nina', surname: 'Grecchi', dependent: true, cohabiting: true, declarationAccepted: true };
    await employee.made('/api/companies/people/me/family-members', { ...relative, relation: 'child', fiscalCode: 'ZNBPRI79S09F205T', birthDate: inDays(-2_000), from: inDays(-2_000) });
    await employee.made('/api/companies/people/me/family-members', { ...relative, relation: 'spouse', fiscalCode: 'VLLMRT88D52E648U', birthDate: '1988-04-12', from: '2015-06-01' });
    const { indicators } = await until(as(territory.operator), path(), ({ indicators: { minors } }: Answer['body']) => minors === 1);
    expect(indicators).toMatchObject({ families: 1, minors: 1, withoutFamily: 0, people: 1, accesses: 2 });
    expect(indicators.sources.find(({ code }: { code: string }) => code === 'families').text).toContain('due volte');
  });

  it('has the work that its provider declared, by the month and the last time, and nobody else’s', async () => {
    const [manager, work] = [as(territory.manager), `/api/providers/${territory.providerId}/work-declarations`];
    const month = today().slice(0, 7);
    const declare = (more: object = {}, who = manager): Promise<Answer> => who.post(work, { callId: territory.callId, month, women: { posts: 2, hours: 160 }, men: { posts: 0, hours: 0 }, ...more });
    expect(codeOf(await declare({ month: inDays(62).slice(0, 7) }))).toBe('422 work-month-not-begun');
    expect(codeOf(await declare({ month: '2020-01' }))).toBe('422 work-month-outside-call');
    expect(codeOf(await declare({ callId: `cal_${'0'.repeat(26)}` }))).toBe('404 call-not-found');
    expect(codeOf(await declare({ women: { posts: 1.5, hours: -1 } }))).toBe('400 invalid-request');
    for (const token of [territory.owner, territory.operator, territory.employees[0]!.token]) expect(codeOf(await declare({}, as(token)))).toBe('403 not-allowed');
    expect(codeOf(await declare())).toBe('201');
    await until(as(territory.operator), path(), ({ indicators: { workCreated } }: Answer['body']) => workCreated?.women.posts === 2);
    expect((await as(territory.operator).get(path())).body.indicators).not.toHaveProperty('extraOpeningHours');
    expect(codeOf(await declare({ women: { posts: 1, hours: 120 }, extraOpeningHours: 0 }))).toBe('201');
    const { indicators } = await until(as(territory.operator), path(), ({ indicators: { extraOpeningHours } }: Answer['body']) => extraOpeningHours === 0);
    const figures = { women: { posts: 1, hours: 120 }, men: { posts: 0, hours: 0 } };
    expect(indicators).toMatchObject({ workCreated: figures, work: [{ providerId: territory.providerId, name: expect.any(String), months: 1, ...figures, extraOpeningHours: 0 }] });
    const { items } = (await as(territory.operator).get(work)).body;
    expect(items).toMatchObject([{ callId: territory.callId, callTitle: expect.any(String), month, ...figures }]);
  });

  it('misses no longer what was given', async () => {
    const { allotmentId } = (await as(territory.operator).get(`/api/programmes/allotments?callId=${territory.callId}`)).body.items[0] as { allotmentId: string };
    await as(territory.operator).made(`/api/programmes/allotments/${allotmentId}/grant-act`, { actOn: today() });
    await until(as(territory.operator), path(), ({ missing }: Answer['body']) => !missing.some(({ code }: { code: string }) => code === 'grant-act-not-sent'));
  });

  it('goes out as files whose digests are right, which name no person', async () => {
    const { files, headers } = await archive();
    expect(Object.keys(files).sort()).toEqual(['SHA256SUMS', 'dossier.xlsx', 'fatture.csv', ...Object.keys(files).filter((name) => name.startsWith('fatture/')).sort(), 'indicatori.csv', 'lavoro.csv', 'mancanti.csv', 'registro-aiuti.csv', 'riepilogo.pdf', 'spese.csv']);
    expect(headers.get('content-disposition')).toContain(`dossier-${territory.callId}.zip`);
    for (const line of strFromU8(files.SHA256SUMS!).trimEnd().split('\n')) {
      const [digest, name] = line.split('  ') as [string, string];
      expect([name, createHash('sha256').update(files[name]!).digest('hex')]).toEqual([name, digest]);
    }
    expect(Object.entries(files).flatMap(([name, bytes]) => (name.startsWith('fatture/') ? [`${name.slice(-3)} ${strFromU8(bytes)}`] : [])).sort()).toEqual([`pdf ${Buffer.from(PDF).toString()}`, `xml ${FATTURA_PA.toString()}`]);
    const spese = strFromU8(files['spese.csv']!).trimEnd().split('\r\n');
    expect(spese).toHaveLength(3);
    expect(spese[1]).toContain(';40,00;28,00;12,00;');
    expect(spese[1]).toContain(`;12/PA;${today()};${CUP};`);
    expect(strFromU8(files['fatture.csv']!)).toContain(`;12/PA;${today()};32,79;7,21;${CUP};1;fatture/inv_`);
    const text = Object.values(files).map((bytes) => strFromU8(bytes)).join('\n');
    for (const { fiscalCode, personId } of territory.employees) for (const secret of [fiscalCode, personId]) expect(text).not.toContain(secret);
    const indicators = strFromU8(files['indicatori.csv']!);
    for (const line of ['rendicontabile (euro);56,00', 'minori;1;', 'posti di lavoro creati, donne;1;dichiarazioni', 'ore di apertura in più;0;']) expect(indicators).toContain(line);
    expect(strFromU8(files['lavoro.csv']!)).toContain(';1;1;0;120;0;0;');
  });

  it('reports nothing for a call without a CUP, and is nobody’s but the operator’s', async () => {
    const other = await openCallWith(as(territory.operator));
    expect((await as(territory.operator).get(`/api/programmes/calls/${other}/dossier`)).body).toMatchObject({ lineCount: 0, reportableCents: 0, missingCount: 0 });
    expect((await as(territory.owner).get(path())).status).toBe(403);
  });
});

it('leaves books without a fault', async () => {
  await product.stopAtRest();
  expect(await faultsOf(dataDir, await productBlueprint())).toEqual([]);
});
