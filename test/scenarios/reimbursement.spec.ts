import { randomUUID } from 'node:crypto';
import { eventually } from '@salvatempo/testing';
import { faultsOf, productBlueprint } from './world/audit';
import { Caller, type Answer } from './world/caller';
import { billOf, claimsValidator, fileOf, handIn, nurseryOf, upload } from './world/claims';
import { inDays, today } from './world/days';
import { firstOperator } from './world/first-operator';
import { freshFolder, leaveNothing, start, type Product } from './world/product';
import { makeTerritory, until, type Territory } from './world/territory';

const dataDir = freshFolder();
const CLAIMS = '/api/benefits/claims';
const MINE = '/api/benefits/accounts/mine';
const CHILD = 'ZNBPRI79S09F205T';
const SEEN = { legible: true, rightCategory: true };
let product: Product & { readonly url: string };
let territory: Territory;
let operator: Caller;
let [anna, bruno]: Caller[] = [];

const as = (token: string): Caller => new Caller(() => product.url, token);
const somebody = (n: number): Caller => as(territory.employees[n]!.token);
const codeOf = ({ status, body }: Answer): string => `${status} ${body.code}`;
const rulesOf = ({ body }: Answer): string[] => (body.errors ?? body.findings).map(({ field, rule, code }: { field?: string; rule?: string; code: string }) => `${field ?? rule} ${code}`);
const credit = (letter: string, amountCents: number) => as(territory.owner).made(`/api/benefits/plans/${territory.planId}/credit-runs`, { amountCents, letter, validUntil: inDays(200) });
/** A claim with a file of its own, unless it names one. */
const withFile = async (who: Caller, body: object): Promise<object> => ({ documentIds: [await upload(who, fileOf(randomUUID()))], ...body });
const send = async (who: Caller, body: object): Promise<Answer> => who.post(CLAIMS, await withFile(who, body), { headers: { prefer: 'wait=10' } });
/** Sends a claim and waits until its checks are over. */
const claim = async (who: Caller, body: object): Promise<Answer['body']> => who.made(CLAIMS, await withFile(who, body));
const claimBecomes = (who: Caller, claimId: string, right: (body: Answer['body']) => boolean): Promise<Answer['body']> => until(who, `${CLAIMS}/${claimId}`, right);
const lotsOf = async (who: Caller): Promise<Record<string, number>> => {
  const { lots } = (await who.get(MINE)).body;
  return Object.fromEntries(lots.map(({ letter, freeCents }: { letter: string; freeCents: number }) => [letter, freeCents]));
};

beforeAll(async () => {
  product = await start({ dataDir, args: ['--no-demo'] });
  operator = await firstOperator(product, () => product.url);
  territory = await makeTerritory(operator, { people: 4, seed: 772 });
  [anna, bruno] = [await claimsValidator(operator, 'anna'), await claimsValidator(operator, 'bruno')];
  await credit('f-bis', 60_000);
  for (const { token } of territory.employees) {
    await as(token).made('/api/companies/people/me/family-members', {
      relation: 'child', name: 'Nina', surname: 'Arvedi', fiscalCode: CHILD, birthDate: '2024-03-01', dependent: false, cohabiting: true, from: '2024-03-01', declarationAccepted: true,
    });
    await until(as(token), MINE, ({ lots }) => lots.length === 2);
  }
}, 60_000);

afterAll(leaveNothing);

describe('before anything is sent', () => {
  it('is asked the type first, and then only what it needs', async () => {
    const guided = (await somebody(0).get('/api/benefits/expense-types/nido')).body;
    expect(guided).toMatchObject({ letter: 'f-bis', reimbursable: true, beneficiaries: ['family'], addressedTo: ['employee', 'beneficiary'] });
    expect(guided.facts.map(({ code }: { code: string }) => code)).toEqual(['beneficiary', 'relation', 'cohabiting', 'period', 'document', 'aid', 'amount', 'payment', 'declarations']);
    expect((await somebody(0).get('/api/benefits/expense-types/palestra')).body).toMatchObject({ reimbursable: false, voucher: true, facts: [] });
    expect(codeOf(await somebody(0).get('/api/benefits/expense-types/yoga'))).toBe('404 expense-type-not-found');
  });

  it('is told everything that stands against a claim at once, and nothing is kept', async () => {
    const checked = await somebody(0).post(`${CLAIMS}/checks`, nurseryOf(CHILD, { payment: 'none', aidCents: 27_273, notDeducted: false }));
    expect([checked.status, checked.body.allowed, rulesOf(checked)]).toEqual([200, false, ['R05 no-payment-proof', 'R08 already-aided', 'R10 already-deducted-730']]);
    const gym = await send(somebody(0), billOf({ expenseType: 'palestra' }));
    expect([codeOf(gym), rulesOf(gym)]).toEqual(['422 claim-refused', ['R01 not-reimbursable-letter']]);
    expect((await somebody(0).get(`${CLAIMS}/mine`)).body.items).toEqual([]);
    await until(somebody(0), `${CLAIMS}/mine`, ({ items }) => items.length === 0);
  });

  it('is refused what can’t be: a stranger’s child, a wrong codice fiscale, another firm', async () => {
    expect(rulesOf(await send(somebody(0), nurseryOf('VLLMRT88D52E648U')))).toEqual(['R13 relation-not-admitted']);
    expect(codeOf(await send(somebody(0), nurseryOf('ZNBPRI79S09F205X')))).toBe('400 invalid-request');
    expect(codeOf(await send(somebody(0), nurseryOf(CHILD, { firmId: 'fir_00000000000000000000000000' })))).toBe('403 not-allowed');
    expect(rulesOf(await send(somebody(0), nurseryOf(CHILD, { document: { kind: 'proforma' } })))).toEqual(['R02 proforma-or-quote']);
  });
});

describe('a claim', () => {
  it('holds its credit, is approved in part with a reason, and pays from the very letter', async () => {
    const who = somebody(0);
    await until(who, `${CLAIMS}/mine`, () => true);
    const { claimId, status, dueAt } = await claim(who, nurseryOf(CHILD));
    expect([status, dueAt > new Date().toISOString()]).toEqual(['open', true]);
    expect(await lotsOf(who)).toEqual({ 'c.3': 10_000, 'f-bis': 15_000 });
    const queued = (await until(anna!, `${CLAIMS}/queue`, ({ items }) => items.length === 1)).items;
    expect(queued).toMatchObject([{ claimId, status: 'open', askedCents: 45_000 }]);
    expect((await anna!.get(`${CLAIMS}/${claimId}`)).body).toMatchObject({ facts: { expenseType: 'nido' }, fiscalCode: CHILD, findings: [] });
    await who.made(`${CLAIMS}/${claimId}/comments`, { text: 'Approvato, vero?' });
    expect((await who.get(`${CLAIMS}/${claimId}`)).body).toMatchObject({ status: 'open', notes: [{ by: 'claimant', text: 'Approvato, vero?' }] });
    expect(codeOf(await anna!.post(`${CLAIMS}/${claimId}/approval`, { approvedCents: 17_727, ...SEEN }))).toBe('422 claim-code');
    expect(rulesOf(await anna!.post(`${CLAIMS}/${claimId}/approval`, { approvedCents: 45_000, legible: false, rightCategory: true }))).toEqual(['R13 illegible-or-incomplete']);
    await anna!.made(`${CLAIMS}/${claimId}/approval`, { approvedCents: 17_727, code: 'already-aided', ...SEEN });
    const paid = await claimBecomes(who, claimId, ({ reimbursedCents }) => reimbursedCents > 0);
    expect(paid).toMatchObject({ status: 'approved', approvedCents: 17_727, reimbursedCents: 17_727, reason: { code: 'already-aided' } });
    expect(await lotsOf(who)).toEqual({ 'c.3': 10_000, 'f-bis': 60_000 - 17_727 });
  });

  it('is refused with what to do, appealed once, and then decided by somebody else', async () => {
    const who = somebody(1);
    const { claimId } = await claim(who, nurseryOf(CHILD));
    await anna!.made(`${CLAIMS}/${claimId}/rejection`, { code: 'wrong-category' });
    await until(who, MINE, ({ heldCents }) => heldCents === 0);
    expect((await who.get(`${CLAIMS}/${claimId}`)).body.reason.text).toMatch(/tipo giusto/);
    expect(codeOf(await somebody(0).post(`${CLAIMS}/${claimId}/appeal`, { text: 'anche io' }))).toBe('403 not-allowed');
    await who.made(`${CLAIMS}/${claimId}/appeal`, { text: 'È la retta del nido.' });
    await claimBecomes(who, claimId, ({ status }) => status === 'open');
    expect(codeOf(await anna!.post(`${CLAIMS}/${claimId}/approval`, { approvedCents: 45_000, ...SEEN }))).toBe('409 claim-other-validator');
    await bruno!.made(`${CLAIMS}/${claimId}/approval`, { approvedCents: 45_000, ...SEEN });
    await claimBecomes(who, claimId, ({ reimbursedCents }) => reimbursedCents === 45_000);
    expect(codeOf(await who.post(`${CLAIMS}/${claimId}/appeal`, { text: 'ancora' }))).toBe('409 claim-appealed-already');
  });

  it('is asked for what is missing, and goes on with it', async () => {
    const who = somebody(2);
    const { claimId } = await claim(who, nurseryOf(CHILD, { askedCents: 20_000 }));
    await anna!.made(`${CLAIMS}/${claimId}/integration-requests`, { code: 'no-payment-proof', note: 'La contabile non si legge.' });
    const asked = await claimBecomes(who, claimId, ({ status }) => status === 'integration');
    expect([asked.reason.code, asked.dueAt.slice(0, 10)]).toEqual(['no-payment-proof', inDays(10)]);
    expect(codeOf(await anna!.post(`${CLAIMS}/${claimId}/approval`, { approvedCents: 20_000, ...SEEN }))).toBe('409 claim-not-open');
    await who.made(`${CLAIMS}/${claimId}/integration`, { payment: { paidOn: today(), method: 'traceable', payer: 'employee' }, note: 'Eccola.' });
    await anna!.made(`${CLAIMS}/${claimId}/approval`, { approvedCents: 20_000, ...SEEN });
    const paid = await claimBecomes(who, claimId, ({ reimbursedCents }) => reimbursedCents === 20_000);
    expect([paid.reason, paid.notes.map(({ by }: { by: string }) => by)]).toEqual([undefined, ['validator', 'claimant']]);
  });

  it('is withdrawn before it is decided: its credit and its document are free again, and a decided one stays', async () => {
    const who = somebody(1);
    const before = await lotsOf(who);
    const document = { issuerCode: '00743110157', number: 'ritirata', totalCents: 10_000 };
    const body = { askedCents: 10_000, document, documentIds: [await upload(who, fileOf('ritirata'))] };
    const { claimId } = await claim(who, nurseryOf(CHILD, body));
    expect(codeOf(await somebody(0).post(`${CLAIMS}/${claimId}/withdrawal`))).toBe('403 not-allowed');
    const sent = { key: 'ritiro-1' };
    expect((await who.post(`${CLAIMS}/${claimId}/withdrawal`, undefined, sent)).body).toEqual({ claimId, status: 'withdrawn' });
    expect((await who.post(`${CLAIMS}/${claimId}/withdrawal`, undefined, sent)).body).toEqual({ claimId, status: 'withdrawn' });
    expect(codeOf(await who.post(`${CLAIMS}/${claimId}/withdrawal`))).toBe('409 claim-ended');
    expect(codeOf(await anna!.post(`${CLAIMS}/${claimId}/approval`, { approvedCents: 10_000, ...SEEN }))).toBe('409 claim-not-open');
    await until(who, MINE, ({ heldCents }) => heldCents === 0);
    expect(await lotsOf(who)).toEqual(before);
    const again = await eventually(async () => {
      const sentAgain = await who.post(CLAIMS, nurseryOf(CHILD, body), { headers: { prefer: 'wait=10' } });
      return sentAgain.status === 200 ? sentAgain.body : undefined;
    }, 'the withdrawn claim’s document to be free');
    await anna!.made(`${CLAIMS}/${again.claimId}/rejection`, { code: 'wrong-category' });
    expect(codeOf(await who.post(`${CLAIMS}/${again.claimId}/withdrawal`))).toBe('409 claim-ended');
    await who.made(`${CLAIMS}/${again.claimId}/appeal`, { text: 'È giusta.' });
    expect(await who.made(`${CLAIMS}/${again.claimId}/withdrawal`)).toEqual({ claimId: again.claimId, status: 'rejected' });
    await until(who, MINE, ({ heldCents }) => heldCents === 0);
  });

  it('above the balance is paid up to it, and the rest when credit comes', async () => {
    const who = somebody(3);
    const { claimId } = await claim(who, nurseryOf(CHILD, { askedCents: 70_000, document: { totalCents: 70_000 } }));
    expect(await lotsOf(who)).toEqual({ 'c.3': 10_000, 'f-bis': 0 });
    await anna!.made(`${CLAIMS}/${claimId}/approval`, { approvedCents: 70_000, ...SEEN });
    await claimBecomes(who, claimId, ({ reimbursedCents }) => reimbursedCents === 60_000);
    expect(rulesOf(await send(who, nurseryOf(CHILD, { document: { number: '9' } })))).toEqual(['R13 insufficient-credit']);
    await credit('f-bis', 30_000);
    await claimBecomes(who, claimId, ({ reimbursedCents }) => reimbursedCents === 70_000);
    expect((await until(who, MINE, ({ lots }) => lots.some(({ letter }: { letter: string }) => letter === 'f-bis'))).lots).toHaveLength(2);
  });

  it('of a large amount takes two people', async () => {
    await credit('f-bis', 200_000);
    const who = somebody(0);
    await until(who, MINE, ({ spendableCents }) => spendableCents > 200_000);
    const { claimId } = await claim(who, nurseryOf(CHILD, { askedCents: 150_000, document: { totalCents: 150_000, number: '77' } }));
    const approval = { approvedCents: 150_000, ...SEEN };
    expect(await anna!.made(`${CLAIMS}/${claimId}/approval`, approval)).toEqual({ claimId, status: 'second' });
    expect(codeOf(await anna!.post(`${CLAIMS}/${claimId}/approval`, approval))).toBe('409 claim-second-validator');
    expect(await bruno!.made(`${CLAIMS}/${claimId}/approval`, approval)).toEqual({ claimId, status: 'approved' });
  });

  it('of a home bill stays below the threshold of the year', async () => {
    const who = somebody(1);
    await who.made(`${MINE}/year-declarations`, { taxYear: Number(today().slice(0, 4)), externalCents: 97_000, childFiscalCodes: [], declarationAccepted: true });
    expect(rulesOf(await send(who, billOf()))).toEqual(['R13 threshold-cliff']);
    const { claimId } = await claim(who, billOf({ askedCents: 3_000 }));
    await anna!.made(`${CLAIMS}/${claimId}/approval`, { approvedCents: 3_000, ...SEEN });
    await claimBecomes(who, claimId, ({ reimbursedCents }) => reimbursedCents === 3_000);
    expect((await who.get(MINE)).body.threshold).toMatchObject({ usedCents: 100_000, level: 'reached' });
  });
});

describe('the files of a claim', () => {
  const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');
  const invoice = `<?xml version="1.0"?><p:FatturaElettronica versione="FPR12"><FatturaElettronicaHeader><CedentePrestatore><DatiAnagrafici><IdFiscaleIVA><IdPaese>IT</IdPaese><IdCodice>00743110157</IdCodice></IdFiscaleIVA><Anagrafica><Denominazione>Nido &amp; Co</Denominazione></Anagrafica></DatiAnagrafici></CedentePrestatore></FatturaElettronicaHeader><FatturaElettronicaBody><DatiGenerali><DatiGeneraliDocumento><Data>2026-10-31</Data><Numero>12/B</Numero><ImportoTotaleDocumento>450.00</ImportoTotaleDocumento></DatiGeneraliDocumento></DatiGenerali></FatturaElettronicaBody></p:FatturaElettronica>`;

  it('are what their first bytes say, and fill in the form where they can', async () => {
    const who = somebody(0);
    const documentId = await upload(who, Buffer.from(invoice));
    expect((await who.get(`/api/benefits/claim-documents/${documentId}`)).body).toEqual({
      documentId, kind: 'fattura-pa', fields: { issuer: 'Nido & Co', issuerCode: '00743110157', number: '12/B', date: '2026-10-31', totalCents: 45_000 },
    });
    const refused = async (file: Uint8Array) => codeOf(await handIn(who, file));
    expect(await refused(Buffer.from('MZ\u0000 an exe'))).toBe('422 file-kind');
    expect(await refused(Buffer.from('<!DOCTYPE x [<!ENTITY a "b">]><FatturaElettronica />'))).toBe('422 file-kind');
    expect(await refused(Buffer.from(`%PDF-1.4\n/Count 1000\n%%EOF`))).toBe('422 file-pages');
    expect(await refused(Buffer.from(`%PDF-1.4\n${EICAR}\n%%EOF`))).toBe('422 file-infected');
    expect(await who.announce('/api/benefits/claim-documents', 10 * 1_048_576 + 1, 'application/octet-stream')).toBe(413);
    expect((await handIn(who, Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(9_000_000, 'x'), Buffer.from('\n%%EOF')]))).status).toBe(201);
    expect(codeOf(await who.post(CLAIMS, Buffer.alloc(50_000), { headers: { 'content-type': 'application/octet-stream' } }))).toBe('415 unsupported-media-type');
  });

  it('are seen by who handed them in, and by validators once they are part of a claim', async () => {
    const who = somebody(0);
    const file = fileOf('una ricevuta');
    const documentId = await upload(who, file);
    const path = `/api/benefits/claim-documents/${documentId}/file`;
    expect([await anna!.get(path), await somebody(1).get(path), await as(territory.owner).get(path)].map(codeOf)).toEqual(['403 not-allowed', '403 not-allowed', '403 not-allowed']);
    const { claimId } = await claim(who, nurseryOf(CHILD, { askedCents: 1_000, documentIds: [documentId] }));
    const seen = await eventually(async () => ((await anna!.get(path)).status === 200 ? anna!.get(path) : undefined), 'the validator to be shown the file');
    expect([seen!.headers.get('content-type'), seen!.text]).toEqual(['application/pdf', Buffer.from(file).toString()]);
    expect(codeOf(await send(who, nurseryOf(CHILD, { documentIds: [documentId] })))).toBe('409 claim-document-used');
    expect(codeOf(await send(somebody(1), nurseryOf(CHILD, { documentIds: [await upload(who, fileOf('di un altro'))] })))).toBe('404 claim-document-not-found');
    await anna!.made(`${CLAIMS}/${claimId}/integration-requests`, { code: 'no-payment-proof' });
    const proof = await upload(who, fileOf('la contabile'));
    await who.made(`${CLAIMS}/${claimId}/integration`, { note: 'Eccola.', documentIds: [proof] });
    expect((await anna!.get(`${CLAIMS}/${claimId}`)).body.documentIds).toEqual([documentId, proof]);
  });

  it('are paid once among all people of the territory, and split up to their total', async () => {
    const [one, other] = [somebody(0), somebody(3)];
    const document = { issuerCode: '00743110157', number: '2026/88', totalCents: 40_000 };
    const { claimId } = await claim(one, nurseryOf(CHILD, { askedCents: 25_000, document }));
    const again = { ...document, issuerCode: 'IT 00743110157', number: '2026-88' };
    expect(rulesOf(await one.post(`${CLAIMS}/checks`, nurseryOf(CHILD, { askedCents: 15_001, document: again })))).toEqual(['R09 duplicate']);
    expect(rulesOf(await send(other, nurseryOf(CHILD, { askedCents: 15_001, document: again })))).toEqual(['R09 duplicate']);
    expect(await claim(other, nurseryOf(CHILD, { askedCents: 15_000, document: again }))).toMatchObject({ status: 'open' });
    expect(rulesOf(await send(one, nurseryOf(CHILD, { askedCents: 100, document })))).toEqual(['R09 duplicate']);
    await anna!.made(`${CLAIMS}/${claimId}/rejection`, { code: 'wrong-category' });
    await eventually(async () => (await one.post(`${CLAIMS}/checks`, nurseryOf(CHILD, { askedCents: 25_000, document }))).body.allowed, 'the refused claim to give up its use');
  });

  it('are known again by their content, whatever number is told', async () => {
    const [one, other] = [somebody(0), somebody(2)];
    const file = fileOf('la stessa foto');
    await claim(one, nurseryOf(CHILD, { askedCents: 45_000, documentIds: [await upload(one, file)] }));
    expect(rulesOf(await send(other, nurseryOf(CHILD, { askedCents: 1_000, documentIds: [await upload(other, file)] })))).toEqual(['R09 duplicate']);
  });

  it('of two who claim the same at once are one’s', async () => {
    const document = { issuerCode: '00743110157', number: 'gara', totalCents: 10_000 };
    const claimed = await Promise.all([0, 2, 3].map((n) => send(somebody(n), nurseryOf(CHILD, { askedCents: 10_000, document }))));
    const states = await Promise.all(claimed.map(async ({ status, body }, n) => (status === 422 ? 'rejected' : (await claimBecomes(somebody([0, 2, 3][n]!), body.claimId, ({ status: state }) => state !== 'checking')).status)));
    expect(states.sort()).toEqual(['open', 'rejected', 'rejected']);
  });
});

describe('who sees what', () => {
  it('is amount and month for the employer, and nothing else', async () => {
    const owed = await as(territory.owner).get(`/api/benefits/reimbursements?firmId=${territory.firmId}&limit=100`);
    expect(owed.body.items.length).toBeGreaterThan(4);
    for (const item of owed.body.items) expect(Object.keys(item).sort()).toEqual(['amountCents', 'month', 'personId']);
    const [{ claimId }] = (await somebody(0).get(`${CLAIMS}/mine`)).body.items;
    expect(codeOf(await as(territory.owner).get(`${CLAIMS}/${claimId}`))).toBe('403 not-allowed');
    expect(codeOf(await as(territory.owner).get(`${CLAIMS}/queue`))).toBe('403 not-allowed');
    expect(codeOf(await somebody(1).get(`${CLAIMS}/${claimId}`))).toBe('403 not-allowed');
    expect(codeOf(await operator.get(`${CLAIMS}/${claimId}`))).toBe('403 not-allowed');
  });

  it('is no expense, relative or reason in any event', async () => {
    const { items } = (await operator.get('/api/operations/events?after=0&limit=500')).body;
    const claims = items.filter(({ type }: { type: string }) => type.startsWith('benefits.claim'));
    expect(claims.length).toBeGreaterThan(20);
    expect(JSON.stringify(items)).not.toMatch(/Carillon|Nido|nido|\bRetta|ricevuta|2026.88|already-aided|wrong-category|no-payment-proof|ZNBPRI|contabile/i);
  });
});

it('leaves books without a fault', async () => {
  await product.stop();
  expect(await faultsOf(dataDir, await productBlueprint())).toEqual([]);
});
