import { SeededRandomness } from '@salvatempo/testing';
import { faultsOf, productBlueprint, type Blueprint } from './world/audit';
import { buy, fulfil, purchaseBecomes, type Bought } from './world/buying';
import { firstOperator } from './world/first-operator';
import { MortalProduct } from './world/mortal-product';
import { copyOf, freshFolder, leaveNothing, start } from './world/product';
import { makeTerritory, until, type Territory } from './world/territory';

const SEED = process.env.SEED ?? String(Math.floor(Math.random() * 1e9));
const CLIENTS = 32;
const PEOPLE = 8;
const FULFILLED = 6;
/** Of each purchase of 40,00: 70% from the incentive, the rest from the credit. */
const [INCENTIVE_CENTS, CREDIT_CENTS] = [2_800, 1_200];

/** The named points, twice as often where a consumer stands between its durable effect and its stored progress. */
const POINTS = ['commit', 'journal', 'publish', 'mark', 'acknowledge', 'claim', 'answer', 'offset'].flatMap((point) => [`${point}.before`, `${point}.after`]);
const chance = new SeededRandomness(SEED);
const kills = [...POINTS.map((point) => `${point}:${chance.between(1, 12)}`), ...['commit.after', 'offset.before', 'publish.after', 'commit.before'].map((point) => `${point}:${chance.between(25, 60)}`)];

let prepared: string;
let territory: Territory;
let blueprint: Blueprint;
const recoveries: number[] = [];

beforeAll(async () => {
  process.stdout.write(`kill-and-restart: seed ${SEED} (repeat with SEED=${SEED})\n`);
  prepared = freshFolder();
  const product = await start({ dataDir: prepared, args: ['--no-demo'] });
  territory = await makeTerritory(await firstOperator(product, () => product.url), { people: PEOPLE, seed: 7 });
  await product.stop();
  blueprint = await productBlueprint();
});

afterAll(leaveNothing);

/** Thirty-two clients buy at once, some vouchers are used, and all of it through a death of the process. */
async function buyThroughDeath(product: MortalProduct): Promise<{ bought: Bought[]; fulfilled: Bought[] }> {
  const { employees, manager } = territory;
  const bought = await Promise.all(Array.from({ length: CLIENTS }, (_, n) => {
    const employee = employees[n % PEOPLE]!;
    return buy(product.as(employee.token), employee, territory, `client-${n}`);
  }));
  const fulfilled = bought.slice(0, FULFILLED);
  await Promise.all(fulfilled.map((one) => fulfil(product.as(manager), product.as(one.employee.token), territory, one)));
  return { bought, fulfilled };
}

/** Every purchase that was answered is there once, and none that wasn't. */
async function expectEachOnce(product: MortalProduct, bought: readonly Bought[], fulfilled: readonly Bought[]): Promise<void> {
  for (const one of bought) await purchaseBecomes(product.as(one.employee.token), one.purchaseId, fulfilled.includes(one) ? 'settled' : 'active');
  const repeats = await Promise.all(bought.map(({ employee, body, key }) => product.as(employee.token).post('/api/marketplace/purchases', body, { key })));
  expect(repeats.map(({ text }) => text)).toEqual(bought.map(({ text }) => text));
  expect(new Set(bought.map(({ purchaseId }) => purchaseId)).size).toBe(CLIENTS);
  for (const employee of territory.employees) {
    const mine = bought.filter((one) => one.employee === employee).map(({ purchaseId }) => purchaseId).sort();
    const { items } = (await product.as(employee.token).get('/api/marketplace/purchases?limit=100')).body;
    expect(items.map(({ purchaseId }: { purchaseId: string }) => purchaseId).sort()).toEqual(mine);
  }
}

/** Fund, allotment, accounts, statement and bill say the same as the purchases. */
async function expectFigures(product: MortalProduct): Promise<void> {
  const { operator, owner, manager, callId, providerId, firmId } = territory;
  const paid = FULFILLED * INCENTIVE_CENTS;
  const { fund } = await until(product.as(operator), `/api/programmes/calls/${callId}`, (call) => call.fund.paidCents === paid);
  expect(fund).toEqual({ budgetCents: 5_000_000, committedCents: 100_000 - paid, paidCents: paid, freeCents: 4_900_000 });
  const { items } = (await product.as(owner).get(`/api/programmes/allotments?firmId=${firmId}`)).body;
  expect(items).toMatchObject([{ grantedCents: 100_000, paidCents: paid, heldCents: (CLIENTS - FULFILLED) * INCENTIVE_CENTS, freeCents: 100_000 - CLIENTS * INCENTIVE_CENTS }]);
  const dueOf = (page: { items: { dueCents: number }[] }): number => page.items.reduce((sum, { dueCents }) => sum + dueCents, 0);
  await until(product.as(manager), `/api/providers/${providerId}/statements`, (page) => dueOf(page) === FULFILLED * 4_000);
  await until(product.as(owner), `/api/benefits/bills/${firmId}`, ({ owesCents }) => owesCents === FULFILLED * CREDIT_CENTS);
}

async function liveThrough(killAt: string): Promise<void> {
  const dataDir = copyOf(prepared);
  const product = new MortalProduct(dataDir, killAt);
  await product.begin();
  const { bought, fulfilled } = await buyThroughDeath(product);
  await expectEachOnce(product, bought, fulfilled);
  await expectFigures(product);
  expect(await product.end()).toMatchObject({ code: 0 });
  recoveries.push(product.recoveryMs!);
  expect(await faultsOf(dataDir, blueprint)).toEqual([]);
}

/** Two at a time, since a start mostly waits for one core; each test waits for its own. */
const lives = new Map<string, Promise<PromiseSettledResult<void>>>();
function beginLives(): void {
  const lanes: Promise<unknown>[] = [Promise.resolve(), Promise.resolve()];
  kills.forEach((killAt, n) => {
    const life = lanes[n % 2]!.then(async () => (await Promise.allSettled([liveThrough(killAt)]))[0]!);
    lives.set(killAt, life);
    lanes[n % 2] = life;
  });
}

describe('a process that dies while thirty-two clients buy', () => {
  beforeAll(beginLives);

  it.each(kills)('at %s needs no cleaning, and loses and doubles nothing', async (killAt) => {
    const outcome = await lives.get(killAt)!;
    if (outcome.status === 'rejected') throw outcome.reason;
  });

  it('was killed at twenty points, and was back by itself each time', () => {
    process.stdout.write(`kill-and-restart: ${recoveries.length} recoveries, the slowest in ${Math.max(...recoveries).toFixed(0)} ms\n`);
    expect([kills.length, new Set(kills).size, recoveries.length]).toEqual([20, 20, 20]);
  });
});
