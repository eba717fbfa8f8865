import { faultsOf, productBlueprint } from './world/audit';
import { buy, purchaseBecomes, type Bought } from './world/buying';
import { Caller, type Answer } from './world/caller';
import { inDays } from './world/days';
import { firstOperator } from './world/first-operator';
import { freshFolder, leaveNothing, start, type Product } from './world/product';
import { makeTerritory, type Territory } from './world/territory';

const dataDir = freshFolder();
let product: Product & { readonly url: string };
let territory: Territory;
const bought: Bought[] = [];

const as = (token: string): Caller => new Caller(() => product.url, token);

beforeAll(async () => {
  product = await start({ dataDir, args: ['--no-demo'] });
  territory = await makeTerritory(await firstOperator(product, () => product.url), { people: 2, seed: 640 });
  for (let n = 0; n < 3; n++) {
    const employee = territory.employees[n % 2]!;
    const one = await buy(as(employee.token), employee, territory, `tried-${n}`);
    await purchaseBecomes(as(employee.token), one.purchaseId, 'active');
    bought.push(one);
  }
}, 60_000);

afterAll(leaveNothing);

/** The lines of a trial; the last one is its result. */
async function trial(query: string): Promise<readonly Answer['body'][]> {
  const { status, text } = await as(territory.operator).get(`/api/marketplace/purchase-trials/${territory.callId}${query}`);
  expect(status).toBe(200);
  return text.trimEnd().split('\n').map((line) => JSON.parse(line) as Answer['body']);
}
const resultOf = async (query: string): Promise<Answer['body']> => (await trial(query)).at(-1)!.result as Answer['body'];

describe('a rule that is tried on purchases', () => {
  it('says under the rule that was what really happened, by Comune, how far it is, and what it can’t know', async () => {
    const lines = await trial('');
    expect(lines[0]).toMatchObject({ decisions: 3, upTo: expect.any(String) });
    const outcome = { firms: 1, people: 2, purchases: 3, cents: 8_400, byMunicipality: [{ municipality: 'E648', purchases: 3, cents: 8_400 }] };
    expect(lines.at(-1)).toEqual({ result: { actual: outcome, tried: outcome, decisions: 3, notTried: 0, isWhole: true, limits: expect.arrayContaining([expect.stringContaining('Chi non ha acquistato')]) } });
  });

  it('says what another percentage and other caps would have given, and nothing changes', async () => {
    expect((await resultOf('?incentiveBasisPoints=5000')).tried).toMatchObject({ purchases: 3, cents: 6_000 });
    expect((await resultOf('?orderCapCents=1000')).tried).toMatchObject({ purchases: 3, cents: 3_000 });
    expect((await resultOf('?personCapCents=3000')).tried).toMatchObject({ people: 2, purchases: 3, cents: 2_800 + 200 + 2_800 });
    expect((await resultOf('?minSpendCents=4001')).tried).toMatchObject({ firms: 0, purchases: 0, cents: 0, byMunicipality: [] });
    expect((await resultOf('?eligibleServiceCodes=babysitting')).tried).toMatchObject({ purchases: 0 });
    expect((await resultOf('')).actual).toMatchObject({ cents: 8_400 });
  });

  it('is refused for a call of which no firm has a grant', async () => {
    const { status, body } = await as(territory.operator).get(`/api/marketplace/purchase-trials/cal_${'0'.repeat(26)}`);
    expect([status, body.code]).toEqual([404, 'call-without-allotments']);
  });

  it('looks at the chosen days alone', async () => {
    const before = inDays(-3);
    expect(await resultOf(`?from=${before}&to=${before}`)).toMatchObject({ decisions: 0, actual: { purchases: 0 } });
    expect(await resultOf(`?from=${before}`)).toMatchObject({ decisions: 3 });
    expect((await as(territory.operator).get(`/api/marketplace/purchase-trials/${territory.callId}?from=${before.slice(0, 8)}32`)).status).toBe(400);
  });

  it('counts no purchase that gave back', async () => {
    const { employee, purchaseId } = bought[0]!;
    const { voucherId } = await purchaseBecomes(as(employee.token), purchaseId, 'active');
    await as(employee.token).made(`/api/vouchers/${voucherId}/cancellation`);
    await purchaseBecomes(as(employee.token), purchaseId, 'cancelled');
    const result = await resultOf('?incentiveBasisPoints=10000');
    expect([result.actual, result.tried]).toMatchObject([{ purchases: 2, cents: 5_600 }, { purchases: 2, cents: 8_000 }]);
  });
});

it('leaves books without a fault', async () => {
  await product.stopAtRest();
  expect(await faultsOf(dataDir, await productBlueprint())).toEqual([]);
});
