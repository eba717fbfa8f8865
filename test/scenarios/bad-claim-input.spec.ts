import { eventually, packedWorkbook, workbookParts } from '@salvatempo/testing';
import { Caller, type Answer } from './world/caller';
import { billOf, claimsValidator, fileOf, handIn, nurseryOf, upload } from './world/claims';
import { inDays } from './world/days';
import { firstOperator } from './world/first-operator';
import { freshFolder, leaveNothing, start, type Product } from './world/product';
import { makeTerritory, until, type Territory } from './world/territory';

const CLAIMS = '/api/benefits/claims';
const MINE = '/api/benefits/accounts/mine';
const CHILD = 'ZNBPRI79S09F205T';
const STRANGER = 'VLLMRT88D52E648U';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
let product: Product & { readonly url: string };
let territory: Territory;
let [who, validator]: Caller[] = [];
let numbers = 0;

const as = (token: string): Caller => new Caller(() => product.url, token);
const codeOf = ({ status, body }: Answer): string => `${status} ${body.code}`;
const rulesOf = ({ status, body }: Answer): string[] => [`${status} ${body.code}`, ...(body.errors ?? []).map(({ field, code }: { field: string; code: string }) => `${field} ${code}`)];
const send = (body: object): Promise<Answer> => who!.post(CLAIMS, body, { headers: { prefer: 'wait=10' } });
const box = (name: string, content: Buffer): Buffer => {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(content.length + 8);
  head.write(name, 4, 'latin1');
  return Buffer.concat([head, content]);
};
/** As a phone writes one, with `bytes` of picture. */
const photo = (bytes: number): Buffer => Buffer.concat([box('ftyp', Buffer.from('heic\0\0\0\0mif1heic')), box('meta', Buffer.from('x')), box('mdat', Buffer.alloc(bytes, `${++numbers}`))]);
const invoice = ({ type = 'TD01', buyer = CHILD, total = '450.00', head = '' } = {}): Buffer =>
  Buffer.from(
    `<?xml version="1.0"?>${head}<p:FatturaElettronica versione="FPR12"><FatturaElettronicaHeader><CedentePrestatore><DatiAnagrafici><IdFiscaleIVA><IdPaese>IT</IdPaese><IdCodice>00743110157</IdCodice></IdFiscaleIVA><Anagrafica><Denominazione>Nido Carillon</Denominazione></Anagrafica></DatiAnagrafici></CedentePrestatore><CessionarioCommittente><DatiAnagrafici><CodiceFiscale>${buyer}</CodiceFiscale></DatiAnagrafici></CessionarioCommittente></FatturaElettronicaHeader><FatturaElettronicaBody><DatiGenerali><DatiGeneraliDocumento><TipoDocumento>${type}</TipoDocumento><Data>2026-10-31</Data><Numero>${++numbers}/X</Numero><ImportoTotaleDocumento>${total}</ImportoTotaleDocumento></DatiGeneraliDocumento></DatiGenerali></FatturaElettronicaBody></p:FatturaElettronica>`,
  );

beforeAll(async () => {
  product = await start({ dataDir: freshFolder(), args: ['--no-demo'] });
  const operator = await firstOperator(product, () => product.url);
  territory = await makeTerritory(operator, { people: 1, seed: 781 });
  validator = await claimsValidator(operator, 'anna');
  await as(territory.owner).made(`/api/benefits/plans/${territory.planId}/credit-runs`, { amountCents: 400_000, letter: 'f-bis', validUntil: inDays(200) });
  who = as(territory.employees[0]!.token);
  await who.made('/api/companies/people/me/family-members', {
    relation: 'child', name: 'Nina', surname: 'Arvedi', fiscalCode: CHILD, birthDate: '2024-03-01', dependent: false, cohabiting: true, from: '2024-03-01', declarationAccepted: true,
  });
  await until(who, MINE, ({ lots }) => lots.length === 2);
}, 60_000);

afterAll(leaveNothing);

describe('a claim that can’t be', () => {
  /** What is wrong with the file or with what is told of it, and what the claimant is told of that; mended, the same file is taken. */
  const wrong: readonly (readonly [name: string, file: () => Buffer | Uint8Array, told: Parameters<typeof nurseryOf>[1], rules: readonly string[]])[] = [
    ['a proforma', () => fileOf('proforma'), { document: { kind: 'proforma' } }, ['R02 proforma-or-quote']],
    ['a quote', () => fileOf('preventivo'), { document: { kind: 'quote' } }, ['R02 proforma-or-quote']],
    ['a proforma that is said to be an invoice', () => fileOf('pro-forma'), { document: { description: 'Fattura pro-forma, retta' } }, ['R02 proforma-or-quote']],
    ['the document of another person', () => fileOf('di un altro'), { document: { holder: 'other' } }, ['R03 holder-not-admitted']],
    ['more than the document says', () => fileOf('troppo'), { askedCents: 45_001 }, ['R08 amount-exceeds-doc']],
    ['more than the electronic invoice says, whatever is told of it', () => invoice({ total: '450.00' }), { askedCents: 45_100, document: { totalCents: 45_100 } }, ['R08 amount-exceeds-doc']],
  ];

  it.each(wrong)('is %s: a refusal that says what to do, nothing lost', async (_, file, told, rules) => {
    const before = (await who!.get(MINE)).body;
    const documentId = await upload(who!, file());
    const body = nurseryOf(CHILD, told);
    const answer = await send({ documentIds: [documentId], ...body });
    expect(rulesOf(answer)).toEqual(['422 claim-refused', ...rules]);
    expect([answer.body.errors[0].message.length > 20, answer.text.includes(CHILD)]).toEqual([true, false]);
    expect((await who!.get(MINE)).body).toEqual(before);
    const mended = await who!.made(CLAIMS, { documentIds: [documentId], ...nurseryOf(CHILD, { askedCents: 100 }) });
    expect(mended.status).toBe('open');
  });

  it.each([
    ['an electronic invoice of another person', { buyer: STRANGER }, 'R03 holder-not-admitted'],
    ['a credit note', { type: 'TD04' }, 'R02 proforma-or-quote'],
  ])('is %s, whatever is told of it, and can be made with the right one', async (_, is, rule) => {
    const body = nurseryOf(CHILD, { askedCents: 100 });
    expect(rulesOf(await send({ documentIds: [await upload(who!, invoice(is))], ...body }))).toEqual(['422 claim-refused', rule]);
    expect((await who!.made(CLAIMS, { documentIds: [await upload(who!, invoice())], ...body })).status).toBe('open');
  });
});

describe('a file that can’t be', () => {
  it.each([
    ['a program that is called a PDF', () => Buffer.from('MZ\u0000 an exe'), '422 file-kind'],
    ['a PDF that is cut off', () => Buffer.from('%PDF-1.4\n1 0 obj<</Type/Page>>endobj\n'), '422 file-kind'],
    ['a photo that is cut off', () => photo(500).subarray(0, 300), '422 file-kind'],
    ['a spreadsheet', () => packedWorkbook(workbookParts('<row r="1"/>')), '422 file-kind'],
    ['a PDF of a thousand pages', () => Buffer.from(`%PDF-1.4\n${'1 0 obj<</Type/Page>>endobj\n'.repeat(1_000)}%%EOF\n`), '422 file-pages'],
    ['an invoice with entities', () => invoice({ head: '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>' }), '422 file-kind'],
    ['an invoice that fetches another file', () => invoice({ head: '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>' }), '422 file-kind'],
  ])('is %s', async (_, file, code) => {
    const answer = await handIn(who!, file());
    expect([codeOf(answer), answer.body.detail.length > 20]).toEqual([code, true]);
  });

  it('is above ten megabytes, and one of them is taken', async () => {
    expect(await who!.announce('/api/benefits/claim-documents', 10 * 1_048_576 + 1, 'application/octet-stream')).toBe(413);
    expect((await handIn(who!, photo(9_000_000))).body).toMatchObject({ kind: 'heic' });
  });

  it('is a list of employees that unpacks without end: refused whole, and the people stay as they were', async () => {
    const bomb = packedWorkbook({ ...workbookParts('<row r="1"/>'), 'xl/comments.xml': new Uint8Array(64 * 1_048_576) });
    const owner = as(territory.owner);
    const people = await owner.get(`/api/companies/firms/${territory.firmId}/employees`);
    for (const path of ['employee-imports', 'employee-imports/previews']) {
      const answer = await owner.post(`/api/companies/firms/${territory.firmId}/${path}`, Buffer.from(bomb), { headers: { 'content-type': XLSX } });
      expect([path, answer.status, answer.body.errors?.[0].code]).toEqual([path, 422, 'xlsx-too-large']);
    }
    expect((await owner.get(`/api/companies/firms/${territory.firmId}/employees`)).body).toEqual(people.body);
  });
});

it('a phone’s photo is kept as it was sent, and given to the validator as a file to open', async () => {
  const file = photo(2_000);
  const documentId = await upload(who!, file);
  await who!.made(CLAIMS, { documentIds: [documentId], ...billOf({ askedCents: 500 }) });
  const seen = await eventually(async () => {
    const answer = await validator!.get(`/api/benefits/claim-documents/${documentId}/file`);
    return answer.status === 200 ? answer : undefined;
  }, 'the validator to be shown the photo');
  expect([seen.headers.get('content-type'), seen.headers.get('content-disposition'), seen.text]).toEqual(['image/heic', 'attachment', new TextDecoder().decode(file)]);
});
