import { faultsOf, productBlueprint } from './world/audit';
import { fulfil, purchaseBecomes } from './world/buying';
import { Caller, type Answer } from './world/caller';
import { inDays, today } from './world/days';
import { firstOperator } from './world/first-operator';
import { freshFolder, leaveNothing, start, type Product } from './world/product';
import { makeTerritory, until, type Territory } from './world/territory';

const dataDir = freshFolder();
let product: Product & { readonly url: string };
let territory: Territory;
let [operator, owner, employee, manager]: Caller[] = [];
/** Offers by their code. */
const offerIds = new Map<string, string>();

const as = (token: string): Caller => operator!.as(token);
const credit = (body: object): Promise<Answer> => owner!.post(`/api/benefits/plans/${territory.planId}/credit-runs`, { letter: 'f', validUntil: inDays(300), ...body });
const account = () => employee!.get('/api/benefits/accounts/mine').then(({ body }) => body);
const cover = () => `/api/benefits/covers/${territory.firmId}`;
const quoteOf = (code: string, more = ''): string => `/api/marketplace/quotes?offerId=${offerIds.get(code)}${more}`;
const quote = (code: string, more = '') => employee!.get(quoteOf(code, more)).then(({ body }) => body);
const bought = async ({ offerId, quoteId, totalCents }: Answer['body'], more: object = {}) => (await employee!.post('/api/marketplace/purchases', { offerId, quoteId, totalCents, ...more })).body;

const PRICES = [
  'codice,titolo,prezzo,servizio,validita_giorni,durata_minuti',
  'ORA,"Tate, un’ora","18,00",gym,90,60',
  'CARA,"Tate, un’ora di sera","30,00",gym,90,60',
  'PEZZO,"Un pacco","18,00",gym,90,',
];

beforeAll(async () => {
  product = await start({ dataDir, args: ['--no-demo'] });
  operator = await firstOperator(product, () => product.url);
  territory = await makeTerritory(operator, { people: 2, seed: 284 });
  [owner, employee, manager] = [as(territory.owner), as(territory.employees[0]!.token), as(territory.manager)];
  const { providerId } = territory;
  await manager.post(`/api/providers/${providerId}/offer-imports`, PRICES.join('\n'), { headers: { 'content-type': 'text/csv', prefer: 'wait=10' } });
  const { items } = await until(employee, `/api/providers/offers?providerId=${providerId}`, (body) => body.items.length > PRICES.length - 1);
  for (const { code, offerId } of items) offerIds.set(code, offerId);
}, 60_000);

afterAll(leaveNothing);
jest.setTimeout(60_000);

describe('credit in hours', () => {
  it('is given in minutes with what an hour is worth, and the firm’s money stands behind it', async () => {
    const before = (await owner!.get(cover())).body.creditedCents;
    expect((await employee!.get(`/api/providers/offers/${offerIds.get('ORA')}`)).body).toMatchObject({ durationMinutes: 60, taxLetter: 'f' });
    expect((await credit({ minutes: 150 })).body.code).toBe('invalid-request');
    expect((await credit({ minutes: 150, hourCents: 2_000, amountCents: 5 })).body.errors).toEqual([expect.objectContaining({ field: 'amountCents', code: 'one-unit' })]);
    expect((await credit({ minutes: 150, hourCents: 2_000 })).body).toMatchObject({ minutes: 150, hourCents: 2_000, amountCents: 5_000 });
    await until(owner!, cover(), (body) => body.creditedCents === before + 2 * 5_000);
    expect(await until(employee!, '/api/benefits/accounts/mine', (body) => body.spendableMinutes === 150)).toMatchObject({ spendableCents: 10_000, heldCents: 0, heldMinutes: 0 });
  });

  it('pays what is sold by time, minutes for minutes, unless the person wants otherwise', async () => {
    const offered = await until(employee!, quoteOf('ORA'), (body) => body.hours !== undefined);
    expect(offered).toMatchObject({ paysWith: 'hours', hours: { minutes: 60, spendableMinutes: 150, isEnough: true }, missingCents: 0, shares: [{ source: 'credit', amountCents: 1_800, minutes: 60 }] });
    const inEuros = await quote('ORA', '&payWith=euro');
    expect([inEuros.paysWith, inEuros.quoteId === offered.quoteId]).toEqual(['euro', false]);
    expect((await bought(inEuros)).code).toBe('quote-changed');
    const { purchaseId } = await bought(offered);
    const made = await purchaseBecomes(employee!, purchaseId, 'active');
    expect(made.payments).toEqual([{ purchaseId, source: 'credit', amountCents: 1_800, minutes: 60, status: 'held' }]);
    expect(await account()).toMatchObject({ spendableMinutes: 90, heldMinutes: 60, heldCents: 0, spendableCents: 10_000 });
    const voucher = await until(employee!, `/api/vouchers/${made.voucherId}`, ({ status }) => status === 'issued' || status === 'active');
    expect((await employee!.post(`/api/vouchers/${voucher.voucherId}/cancellation`)).status).toBeLessThan(300);
    await purchaseBecomes(employee!, purchaseId, 'cancelled');
    expect(await until(employee!, '/api/benefits/accounts/mine', (body) => body.spendableMinutes === 150)).toMatchObject({ heldMinutes: 0, spendableCents: 10_000 });
  });

  it('doesn’t pay what costs more by the hour, nor what has no duration: euros do', async () => {
    expect(await quote('CARA')).toMatchObject({ paysWith: 'euro', hours: { minutes: 60, spendableMinutes: 0, isEnough: false } });
    const piece = await quote('PEZZO', '&payWith=hours');
    expect([piece.paysWith, piece.hours]).toEqual(['euro', undefined]);
  });

  it('used, is owed at its price, and what it was worth above that is the firm’s again', async () => {
    const [{ creditedCents }, owed] = [(await owner!.get(cover())).body, (await owner!.get(`/api/benefits/bills/${territory.firmId}`)).body.owesCents];
    const { purchaseId } = await bought(await quote('ORA'));
    await fulfil(manager!, employee!, territory, { employee: territory.employees[0]!, key: 'ora', body: {}, text: '', purchaseId });
    await until(owner!, `/api/benefits/bills/${territory.firmId}`, (body) => body.owesCents === owed + 1_800);
    await until(owner!, cover(), (body) => body.creditedCents === creditedCents - 200);
    const { accountId } = await account();
    const { items } = (await employee!.get(`/api/benefits/accounts/${accountId}/entries?limit=100`)).body;
    expect(items.at(-1)).toMatchObject({ kind: 'credit-spent', amountCents: 1_800, minutes: 60, spendableMinutes: 90 });
    const { lots } = (await employee!.get(`/api/benefits/accounts/${accountId}/balance`)).body;
    expect(lots.find(({ hours }: Answer['body']) => hours).explanation[0]).toMatch(/^1 ora e 30 minuti di servizio da spendere, per servizi fino a 20,00 € l’ora,/);
  });

  it('is taken back in minutes, and refused beyond what there is', async () => {
    const { accountId } = await account();
    const taken = (minutes: number) => owner!.post(`/api/benefits/accounts/${accountId}/withdrawals`, { minutes, reason: 'date per errore' });
    expect((await taken(91)).body).toMatchObject({ code: 'hours-insufficient', detail: expect.stringContaining('1 ora e 31 minuti') });
    expect((await taken(30)).body).toMatchObject({ amountCents: 1_000, minutes: 30, spendableCents: 10_000, spendableMinutes: 60 });
  });
});

describe('credit in hours by the plan', () => {
  it('is given to a group as its terms say, once a period, and read by its people', async () => {
    const { planId } = (await owner!.post('/api/benefits/plans', { firmId: territory.firmId, title: 'Piano in ore', source: 'REGOLAMENTO_VINCOLANTE', isDraft: true })).body;
    const year = today().slice(0, 4);
    const draft = (groups: object[]) => owner!.post(`/api/benefits/plans/${planId}/drafts`, { validFrom: today(), validTo: inDays(200), period: 'year', groups, letters: ['f', 'f-bis'], residue: { policy: 'carry-over' }, runOutDays: 0, practice: {}, text: 'Regolamento di prova.' });
    expect((await draft([{ minutes: 100, hourCents: 2_000, amountCents: 5 }])).body.errors).toEqual([expect.objectContaining({ field: 'groups.0.amountCents', code: 'one-unit' })]);
    expect((await draft([{ minutes: 100 }])).body.code).toBe('invalid-request');
    const { edition } = (await draft([{ category: 'quadri', amountCents: 5_000 }, { minutes: 100, hourCents: 2_000 }])).body;
    await owner!.made(`/api/benefits/plans/${planId}/versions`, { edition });
    const [version] = (await owner!.get(`/api/benefits/plans/${planId}`)).body.versions;
    expect(version.groups).toEqual([{ category: 'quadri', amountCents: 5_000 }, { amountCents: 3_334, minutes: 100, hourCents: 2_000 }]);
    expect(version.explanation).toContain('Tutti gli altri dipendenti: 1 ora e 40 minuti di servizio, per servizi fino a 20,00 € l’ora, a persona all’anno.');
    const before = (await account()).spendableMinutes;
    const group = () => owner!.post(`/api/benefits/plans/${planId}/group-credit-runs`, { period: year }, { headers: { prefer: 'wait=10' } });
    expect((await group()).body).toMatchObject({ accounts: 2, minutes: 100, hourCents: 2_000, amountCents: 3_334 });
    expect((await group()).body.code).toBe('plan-group-credited');
    expect((await until(employee!, '/api/benefits/accounts/mine', (body) => body.spendableMinutes === before + 100)).lots).toContainEqual(expect.objectContaining({ unit: 'HOUR', letters: ['f', 'f-bis'], hours: { freeMinutes: 100, hourCents: 2_000 } }));
  });
});

it('leaves books without a fault', async () => {
  await product.stopAtRest();
  expect(await faultsOf(dataDir, await productBlueprint())).toEqual([]);
});
