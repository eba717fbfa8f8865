import { eventually } from '@salvatempo/testing';
import { fiscalCodeOf } from '../../scripts/tour/fiscal-code';
import { faultsOf, productBlueprint } from './world/audit';
import { buy, purchaseBecomes } from './world/buying';
import { Caller, type Answer } from './world/caller';
import { inDays, today } from './world/days';
import { firstOperator } from './world/first-operator';
import { freshFolder, leaveNothing, start, type Product } from './world/product';
import { makeTerritory, until, type Territory } from './world/territory';

const dataDir = freshFolder();
const MINE = '/api/benefits/accounts/mine';
const YEAR = Number(today().slice(0, 4));
/** More than two pages of a settlement. */
const MANY = 220;
const CHILD = 'ZNBPRI79S09F205T';
let product: Product & { readonly url: string };
let territory: Territory;

const as = (token: string): Caller => new Caller(() => product.url, token);
const somebody = (n: number): Caller => as(territory.employees[n]!.token);
const declare = (who: Caller, more: object = {}): Promise<Answer> => who.post(`${MINE}/year-declarations`, { taxYear: YEAR, externalCents: 0, childFiscalCodes: [], declarationAccepted: true, ...more });
const codeOf = ({ status, body }: Answer): string => `${status} ${body.code}`;

beforeAll(async () => {
  product = await start({ dataDir, args: ['--no-demo'] });
  territory = await makeTerritory(await firstOperator(product, () => product.url), { people: 3, seed: 771 });
}, 60_000);

afterAll(leaveNothing);

describe('what a person declares of a year', () => {
  it('makes the threshold theirs, and shows the children to them alone', async () => {
    const who = somebody(0);
    expect((await who.get(MINE)).body.threshold).toMatchObject({ year: YEAR, thresholdCents: 100_000, leftCents: 100_000, level: 'free' });
    expect((await declare(who, { externalCents: 97_000, childFiscalCodes: [CHILD] })).body).toMatchObject({ taxYear: YEAR, externalCents: 97_000, dependentChild: true });
    expect((await who.get(MINE)).body.threshold).toMatchObject({ thresholdCents: 200_000, usedCents: 97_000, externalCents: 97_000, dependentChild: true, leftCents: 103_000 });
    expect((await who.get(`${MINE}/year-declarations`)).body.items).toMatchObject([{ taxYear: YEAR, externalCents: 97_000, childFiscalCodes: [CHILD] }]);
    const { accountId } = (await who.get(MINE)).body;
    const seen = await as(territory.owner).get(`/api/benefits/accounts?limit=10`);
    expect(JSON.stringify([seen.body, (await who.get(`/api/benefits/accounts/${accountId}/entries`)).body])).not.toContain(CHILD);
  });

  it('is what a purchase then meets, as the simulation said', async () => {
    const who = somebody(0);
    await declare(who, { externalCents: 97_000 });
    const simulated = (await who.get(`${MINE}/simulation?letter=c.3&amountCents=1200&benefitValueCents=4000`)).body;
    expect(simulated).toMatchObject({ allowed: false, refusal: { code: 'fringe-threshold-exceeded' }, lots: [] });
    const { purchaseId } = await buy(who, territory.employees[0]!, territory, 'above-threshold');
    const refused = await until(who, `/api/marketplace/purchases/${purchaseId}`, ({ status }: Answer['body']) => status === 'refused');
    expect(refused.refusal.code).toBe('fringe-threshold-exceeded');
    await declare(who, { externalCents: 97_000, childFiscalCodes: [CHILD] });
    expect((await who.get(`${MINE}/simulation?letter=c.3&amountCents=1200&benefitValueCents=4000`)).body).toMatchObject({ allowed: true, lots: [{ amountCents: 1_200 }], after: { leftCents: 99_000 } });
    const allowed = await buy(who, territory.employees[0]!, territory, 'within-threshold');
    await purchaseBecomes(who, allowed.purchaseId, 'active');
  });

  it('is refused where it can’t be', async () => {
    const who = somebody(1);
    expect(codeOf(await declare(who, { taxYear: YEAR - 2 }))).toBe('422 tax-year-closed');
    expect(codeOf(await declare(who, { taxYear: YEAR + 1 }))).toBe('422 tax-year-closed');
    expect(codeOf(await declare(who, { childFiscalCodes: [territory.employees[1]!.fiscalCode] }))).toBe('422 child-oneself');
    expect(codeOf(await declare(who, { childFiscalCodes: ['ZNBPRI79S09F205X'] }))).toBe('400 invalid-request');
    expect(codeOf(await declare(who, { declarationAccepted: false }))).toBe('400 invalid-request');
    expect(codeOf(await declare(who, { declarationVersion: '2019-01' }))).toBe('409 declaration-outdated');
    expect((await who.get(`${MINE}/year-declarations`)).body.items).toEqual([]);
  });
});

describe('a year that is settled', () => {
  it('is one that is over', async () => {
    const body = { firmId: territory.firmId, taxYear: YEAR };
    expect(codeOf(await as(territory.owner).post('/api/benefits/year-settlements', body))).toBe('422 tax-year-open');
  });

  it('looks at each account once, tells payroll, and may be settled again', async () => {
    // Up to 12 January no year is over of which anything could be declared.
    if (today() <= `${YEAR}-01-12`) return expect(codeOf(await as(territory.owner).post('/api/benefits/year-settlements', { firmId: territory.firmId, taxYear: YEAR - 1 }))).toBe('422 tax-year-open');
    await declare(somebody(2), { taxYear: YEAR - 1, externalCents: 100_001 });
    const settle = async (): Promise<Answer['body']> => {
      const { settlementId } = await as(territory.owner).made('/api/benefits/year-settlements', { firmId: territory.firmId, taxYear: YEAR - 1 });
      return until(as(territory.owner), `/api/benefits/year-settlements/${settlementId}`, ({ status }: Answer['body']) => status === 'completed');
    };
    expect(await settle()).toMatchObject({ accounts: 3, taxableAccounts: 0, taxableCents: 0 });
    const path = `/api/benefits/year-settlements/accounts?firmId=${territory.firmId}&taxYear=${YEAR - 1}`;
    const listed = await until(as(territory.owner), path, ({ items }: Answer['body']) => items.length === 1);
    expect(listed.items).toMatchObject([{ personId: territory.employees[2]!.personId, ownCents: 0, externalCents: 100_001, taxableCents: 0, isCorrection: false }]);
    expect(await settle()).toMatchObject({ accounts: 3 });
  });
});

describe('the settlement of a firm with more people than a page has', () => {
  it('goes through all of them', async () => {
    const codes = Array.from({ length: MANY }, (_, n) => fiscalCodeOf({ name: 'Bruno', surname: 'Carminati', year: 60 + (n % 30), month: Math.floor(n / 30) % 12, day: 1 + (n % 28), place: 'E648' }));
    await as(territory.owner).made(`/api/companies/firms/${territory.firmId}/employee-imports`, ['codice_fiscale,nome,cognome', ...codes.map((code) => `${code},Bruno,Carminati`)].join('\n'));
    const credit = { amountCents: 100, letter: 'c.3', validUntil: inDays(30) };
    await eventually(async () => {
      const { runId } = await as(territory.owner).made(`/api/benefits/plans/${territory.planId}/credit-runs`, credit);
      return (await as(territory.owner).get(`/api/benefits/credit-runs/${runId}`)).body.accounts === 3 + MANY;
    }, 'the new people to be known to their firm’s plan', { withinMs: 20_000 });
    const settled = await eventually(async () => {
      const { settlementId } = await as(territory.owner).made('/api/benefits/year-settlements', { firmId: territory.firmId, taxYear: YEAR - 2 });
      const { accounts } = await until(as(territory.owner), `/api/benefits/year-settlements/${settlementId}`, ({ status }: Answer['body']) => status === 'completed');
      return accounts === 3 + MANY && accounts;
    }, 'all accounts to be in the list', { withinMs: 20_000 });
    expect(settled).toBe(3 + MANY);
  });
});

it('leaves books without a fault', async () => {
  await product.stopAtRest();
  expect(await faultsOf(dataDir, await productBlueprint())).toEqual([]);
});
