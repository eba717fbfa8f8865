import { faultsOf, productBlueprint } from './world/audit';
import { Caller } from './world/caller';
import { firstOperator } from './world/first-operator';
import { freshFolder, leaveNothing, start, type Product } from './world/product';
import { fromVatNumberToReportedEuro, JOURNEY } from './world/reported-euro';
import { until } from './world/territory';

const dataDir = freshFolder();
let product: Product & { readonly url: string };
let operator: Caller;
let [allotmentId, firmId]: [string, string] = ['', ''];

beforeAll(async () => {
  product = await start({ dataDir, args: ['--no-demo'] });
  operator = await firstOperator(product, () => product.url);
}, 60_000);

afterAll(leaveNothing);

it('goes from a firm’s partita IVA to a granted incentive to a reported euro, in one process', async () => {
  const journey = await fromVatNumberToReportedEuro(operator, 661);
  ({ allotmentId, firmId } = journey);
  expect(journey.history.map(({ status }) => status)).toEqual(JOURNEY);
  expect(journey.history.every(({ at, role }) => at && role)).toBe(true);
  expect(journey.history.at(-1)).toMatchObject({ role: 'operator', reason: 'liquidazione', by: expect.any(String) });
});

it('takes a grant back that was paid, with interest by the table, or at another rate with its reason', async () => {
  const revocation = `/api/programmes/allotments/${allotmentId}/revocation`;
  expect((await operator.post(revocation, { reason: 'controllo', interestBasisPoints: 250 })).body.code).toBe('interest-unexplained');
  expect(await operator.made(revocation, { reason: 'controllo' })).toMatchObject({ status: 'revoked', ending: { recoverCents: 2_800, interestCents: 0, interestRule: { version: '2026-11' } } });
  await until(operator, `/api/programmes/firms/${firmId}/aid`, ({ rows }) => rows.every(({ amountCents }: { amountCents: number }) => amountCents === 0));
});

it('leaves books without a fault', async () => {
  await product.stopAtRest();
  expect(await faultsOf(dataDir, await productBlueprint())).toEqual([]);
});
