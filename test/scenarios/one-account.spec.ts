import { eventually } from '@salvatempo/testing';
import type { Answer, Caller } from './world/caller';
import { leaveNothing } from './world/product';
import { MODES, startHere, type ProductHere } from './world/product-here';
import { makeTerritory, until, type Territory } from './world/territory';
import { TravellingTime } from './world/travelling-time';

const CLIENTS = 64;
const [CREDIT_CENTS, EACH_CENTS] = [10_000, 300];
/** As often as it fits, and what is left then. */
const [FITTING, LEFT_CENTS] = [33, 100];

afterAll(leaveNothing);

describe.each(MODES)('an account that 64 clients reach for at once (%s)', (mode) => {
  let product: ProductHere;
  let territory: Territory;
  let [owner, employee]: Caller[] = [];
  let accountId: string;
  let answers: readonly Answer[];

  const take = (n: number): Promise<Answer> => owner!.post(`/api/benefits/accounts/${accountId}/withdrawals`, { amountCents: EACH_CENTS, reason: 'accreditato due volte' }, { key: `one-account-${n}` });
  const everybody = (): Promise<readonly Answer[]> => Promise.all(Array.from({ length: CLIENTS }, (_, n) => take(n)));
  const spendable = async (): Promise<number> => (await employee!.get('/api/benefits/accounts/mine')).body.spendableCents;

  beforeAll(async () => {
    product = await startHere(mode, new TravellingTime());
    territory = await makeTerritory(product.operator, { people: 1, seed: 640, creditCents: CREDIT_CENTS });
    [owner, employee] = [product.operator.as(territory.owner), product.operator.as(territory.employees[0]!.token)];
    ({ accountId } = await until(employee, '/api/benefits/accounts/mine', ({ spendableCents }) => spendableCents === CREDIT_CENTS));
    answers = await everybody();
  });

  afterAll(() => product.stop());

  it('is taken from as often as it fits, and not once more', async () => {
    expect(answers.filter(({ status }) => status < 300)).toHaveLength(FITTING);
    expect(await spendable()).toBe(LEFT_CENTS);
  });

  it('says no to everybody else with a code', () => {
    const refused = answers.filter(({ status }) => status >= 300).map(({ status, body }) => `${status} ${body.code}`);
    expect(refused).toEqual(Array.from({ length: CLIENTS - FITTING }, () => '409 credit-insufficient'));
  });

  it('gives nothing more to whoever asks again with the same key', async () => {
    const again = await everybody();
    expect(again.filter(({ status }) => status < 300)).toHaveLength(FITTING);
    await eventually(async () => (await product.faults()).length === 0, 'the books to be at rest and right');
    expect([await spendable(), product.errors]).toEqual([LEFT_CENTS, []]);
  });
});
