import { createHash } from 'node:crypto';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import readWorkbook from 'read-excel-file/node';
import { dossierOf, type DossierFacts } from '../domain/dossier';
import type { Spending } from '../domain/spending';
import { dossierArchive, type FileOf } from './archive.file';
import type { FoundDossier } from './dossiers.handler';

const AT = '2026-11-26T10:00:00.000Z';
const spending = (n: number, stage: Spending['stage']): Spending => ({
  purchaseId: `pur_${n}`, firmId: 'com_1', personId: 'per_1', providerId: 'prv_1', title: '=1+1', serviceCode: 'laundry-ironing', totalCents: 123_456, incentiveCents: 100_000, creditCents: 23_456, stage, voucherId: `vou_${n}`, fulfilledAt: AT, paidAt: AT,
});

const PDF = strToU8('%PDF-1.7 fattura');
const FILE = { fileId: 'ivf_1', kind: 'pdf' as const, sizeBytes: PDF.length, contentHash: createHash('sha256').update(PDF).digest('hex') };

function found(title: string, spendings: readonly Spending[], isWhole = true, file: typeof FILE | undefined = FILE): FoundDossier {
  const facts: DossierFacts = {
    callId: 'cal_1',
    terms: { title, incentiveBasisPoints: 7_000, firmCapCents: 10_000, personCapCents: 5_000, budgetCents: 50_000, maxHeadcount: 3, headcountBasis: 'employees', eligibleServiceCodes: ['laundry-ironing'], opensAt: AT, closesAt: '2027-01-01T00:00:00.000Z', cup: 'E12C34567890001' },
    spendings, employeesOf: new Map([['com_1', 2]]), people: new Map(), work: [], plansOpened: 0, aidRows: [], invoices: new Map([['pur_1', { invoiceId: 'inv_1', number: '12/PA', issuedOn: '2026-11-20', netCents: 101_193, vatCents: 22_263, cup: 'E12C34567890001', file }]]),
  };
  return { facts, dossier: dossierOf(facts), isWhole };
}

const kept: FileOf = (fileId) => Promise.resolve(fileId === FILE.fileId ? PDF : undefined);
async function archived(dossier: FoundDossier, fileOf = kept): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of dossierArchive(dossier, AT, (id) => `Nome di ${id}`, fileOf)) parts.push(part);
  return Buffer.concat(parts);
}
const filesOf = async (dossier: FoundDossier): Promise<Record<string, Uint8Array>> => unzipSync(await archived(dossier));

describe('the files of a dossier', () => {
  it('have a workbook with a sheet for each table, amounts as numbers and no formula', async () => {
    const files = await filesOf(found('Tempo per te', [spending(1, 'paid'), spending(2, 'issued')]));
    const sheets = await readWorkbook(Buffer.from(files['dossier.xlsx']!));
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['spese', 'fatture', 'registro-aiuti', 'indicatori', 'mancanti']);
    const [header, line] = sheets[0]!.data;
    expect([header![3], line![3], header![10], line![10], line![0]]).toEqual(['descrizione', '=1+1', 'importo', 1_234.56, 'Nome di com_1']);
    expect([header![5], line![5], header![6], line![6]]).toEqual(['fattura', '12/PA', 'fattura del', '2026-11-20']);
    expect(sheets[1]!.data[1]).toEqual(['Nome di prv_1', '12/PA', '2026-11-20', 1_011.93, 222.63, 'E12C34567890001', 1, 'fatture/inv_1.pdf', FILE.contentHash]);
    expect(sheets[4]!.data).toHaveLength(2);
    for (const xml of Object.entries(unzipSync(files['dossier.xlsx']!)).filter(([name]) => name.includes('worksheets/sheet'))) expect(strFromU8(xml[1])).not.toContain('<f>');
  });

  it('have a summary in Italian that says its title and language', async () => {
    const text = Buffer.from((await filesOf(found('Così è la città', [spending(1, 'paid')])))['riepilogo.pdf']!).toString('latin1');
    expect(text.startsWith('%PDF-1.7')).toBe(true);
    expect(text).toContain('/Lang (it-IT)');
    expect(text).toContain('/DisplayDocTitle true');
    expect(text).toContain('/Marked true');
  });

  it('are the same bytes for the same facts at the same instant', async () => {
    const dossier = found('Tempo per te', [spending(1, 'paid')]);
    expect(Buffer.compare(await archived(dossier), await archived(dossier))).toBe(0);
  });

  it('have the file of each invoice with its digest, as it was handed in', async () => {
    const files = await filesOf(found('Tempo per te', [spending(1, 'paid')]));
    expect(strFromU8(files['fatture/inv_1.pdf']!)).toBe('%PDF-1.7 fattura');
    expect(strFromU8(files['SHA256SUMS']!)).toContain(`${FILE.contentHash}  fatture/inv_1.pdf\n`);
    for (const other of [undefined, strToU8('another')]) await expect(archived(found('Tempo per te', [spending(1, 'paid')]), () => Promise.resolve(other))).rejects.toThrow("ivf_1 isn't what was handed in");
  });

  it('say that they aren’t whole where there are more bytes of invoices than a zip takes', async () => {
    const huge = { ...FILE, sizeBytes: 3 * 1_073_741_824 };
    const files = await filesOf(found('Tempo per te', [spending(1, 'paid')], true, huge));
    expect(files).not.toHaveProperty('fatture/inv_1.pdf');
    expect(strFromU8(files['indicatori.csv']!)).toContain('completo;no');
    expect(strFromU8(files['fatture.csv']!)).toContain(`;;${FILE.contentHash}`);
  });

  it('stay bounded for twenty thousand lines', async () => {
    const many = found('Tempo per te, Ștefan 漢字', Array.from({ length: 20_000 }, (_, n) => spending(n, n % 2 === 0 ? 'paid' : 'issued')), false);
    const files = await filesOf(many);
    expect(files['riepilogo.pdf']!.length).toBeLessThan(100_000);
    expect(files['dossier.xlsx']!.length).toBeLessThan(5_000_000);
  });
});
