import { workbookOf } from '@salvatempo/testing';
import type { Caller } from './world/caller';
import { firstOperator } from './world/first-operator';
import { livedIn, type LivedIn } from './world/lived-in';
import { freshFolder, leaveNothing, start } from './world/product';
import { until } from './world/territory';

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
