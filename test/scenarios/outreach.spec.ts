import { vatNumberOf } from '../../scripts/tour/vat-number';
import { adviserOf } from './world/advisers';
import { faultsOf, productBlueprint } from './world/audit';
import type { Answer, Caller } from './world/caller';
import { firstOperator } from './world/first-operator';
import { signUpFirm } from './world/firms';
import { invent } from '../../scripts/tour/invented';
import { freshFolder, leaveNothing, start, type Product } from './world/product';
import { today } from './world/days';
import { until } from './world/territory';

const dataDir = freshFolder();
const O = '/api/companies/outreach';
const HEADER = 'partita_iva,nome,comune,segnalato_da';
const number = (n: number): string => vatNumberOf([9, 1, 0, 0, 0, 0, n]);
const ASSOCIATION_SEED = 861;
const JOINING_SEED = 862;
let product: Product & { readonly url: string };
let operator: Caller;

beforeAll(async () => {
  product = await start({ dataDir, args: ['--no-demo'] });
  operator = await firstOperator(product, () => product.url);
});

afterAll(leaveNothing);

const send = (...lines: string[]): Promise<Answer> => operator.post(`${O}/imports`, [HEADER, ...lines].join('\n'), { headers: { prefer: 'wait=10' } });
const funnel = async (): Promise<Answer['body']> => (await operator.get(`${O}/funnel`)).body;
const advance = (contactId: string, stage: string, on = today()): Promise<Answer> => operator.post(`${O}/contacts/${contactId}/stages`, { stage, on });

describe('outreach', () => {
  it('takes a file of firms whole or not at all', async () => {
    const refused = await send(`${number(1)},Bar Sport,Lodi,`, '123,Forno,Atlantide,Nessuno');
    expect(refused).toMatchObject({ status: 422, body: { code: 'import-refused', errors: [{ line: 3, column: 1, code: 'vat-number' }, { line: 3, column: 3, code: 'municipality-unknown' }, { line: 3, column: 4, code: 'finder-unknown' }] } });
    expect((await operator.get(`${O}/contacts`)).body).toEqual({ items: [] });
    const { vatNumber, intermediaryId } = await association();
    expect((await send(`${number(1)},Bar Sport,Lodi,`, `${number(2)},Forno,Codogno,${vatNumber}`, `${invent(JOINING_SEED).firmVat},Sartoria,E648,${vatNumber}`)).body).toMatchObject({ status: 'completed', rows: 3, listed: 3, alreadyListed: 0, alreadyFirms: 0 });
    expect((await send(`${number(1)},Bar Sport,Lodi,Codogno`, `${number(3)},Officina,Codogno,`)).body).toMatchObject({ listed: 1, alreadyListed: 1 });
    await until(operator, `${O}/contacts`, ({ items }) => items.length === 4);
    expect((await operator.get(`${O}/contacts?municipality=C816`)).body.items.map(({ name }: { name: string }) => name).sort()).toEqual(['Forno', 'Officina']);
    expect(await funnel()).toMatchObject({ all: { listed: 4, contacted: 0 }, byFinder: expect.arrayContaining([expect.objectContaining({ code: intermediaryId, name: `Studio Grecchi ${ASSOCIATION_SEED}`, listed: 2 })]) });
  });

  it('counts who was contacted, invited and met, and a firm that registers as joined by itself', async () => {
    const { items } = (await operator.get(`${O}/contacts`)).body;
    const { contactId } = items.find(({ name }: { name: string }) => name === 'Sartoria');
    expect((await advance(contactId, 'contacted', '2026-02-01')).status).toBe(201);
    expect((await advance(contactId, 'met', '2026-01-01')).body).toMatchObject({ code: 'contact-day-before-last' });
    expect((await advance(contactId, 'met', '2026-02-10')).status).toBe(201);
    expect((await advance(contactId, 'invited')).body).toMatchObject({ code: 'contact-stage-passed' });
    expect((await advance(contactId, 'met', '2126-01-01')).status).toBe(400);
    expect((await advance(`ctc_${'0'.repeat(26)}`, 'met')).body).toMatchObject({ code: 'contact-not-found' });
    await signUpFirm(operator, JOINING_SEED);
    const found = await until(operator, `${O}/funnel`, ({ all }) => all.joined === 1);
    expect(found.all).toEqual({ listed: 4, contacted: 1, invited: 1, met: 1, joined: 1 });
    expect(found.byMunicipality.find(({ code }: { code: string }) => code === 'E648')).toMatchObject({ listed: 2, met: 1, joined: 1 });
    expect((await send(`${invent(JOINING_SEED).firmVat},Sartoria,E648,`)).body).toMatchObject({ listed: 0, alreadyListed: 1 });
  });

  it('lists no firm that is registered already', async () => {
    await signUpFirm(operator, 863);
    expect((await send(`${invent(863).firmVat},Altra,E648,`)).body).toMatchObject({ listed: 0, alreadyFirms: 1 });
    expect((await funnel()).all.listed).toBe(4);
  });
});

async function association(): Promise<{ readonly vatNumber: string; readonly intermediaryId: string }> {
  const { intermediaryId } = await adviserOf(operator, ASSOCIATION_SEED, 'association');
  const { vatNumber } = (await operator.get(`/api/companies/intermediaries/${intermediaryId}`)).body;
  return { vatNumber, intermediaryId };
}

it('leaves books without a fault', async () => {
  await product.stopAtRest();
  expect(await faultsOf(dataDir, await productBlueprint())).toEqual([]);
});
