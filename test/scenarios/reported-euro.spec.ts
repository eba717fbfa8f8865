import { faultsOf, productBlueprint } from './world/audit';
import { Caller } from './world/caller';
import { inDays, today } from './world/days';
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

it('has what the firm pays back recorded, in parts and never too much, apart from what the fund has free', async () => {
  const path = `/api/programmes/allotments/${allotmentId}`;
  const { callId } = (await operator.get(path)).body as { callId: string };
  const day = today();
  const repay = (amountCents: number, proof: string, paidOn = day) => operator.post(`${path}/repayments`, { amountCents, paidOn, proof });
  expect((await operator.get(`${path}/recovery`)).body).toEqual({ allotmentId, day, principalCents: 2_800, interestCents: 0, repayments: [] });
  expect((await repay(2_801, 'CRO 1')).body).toMatchObject({ code: 'repayment-exceeds-owed', detail: 'In quel giorno erano dovuti 28,00 €, interessi compresi: non si registra di più.' });
  for (const wrong of [inDays(1), inDays(-1)]) expect((await repay(1, 'CRO 1', wrong)).body.code).toBe('repayment-date');
  const rush = await Promise.all([1, 2, 3].map((n) => repay(1_000, `CRO ${n}`)));
  expect(rush.map(({ status }) => status).sort()).toEqual([201, 201, 422]);
  const { proof } = (await operator.get(`${path}/recovery`)).body.repayments[0] as { proof: string };
  expect((await repay(100, proof)).body.code).toBe('repayment-recorded-already');
  expect((await repay(800, 'TRN 4')).body).toEqual({ allotmentId, paidOn: day, proof: 'TRN 4', principalCents: 800, interestCents: 0, left: { principalCents: 0, interestCents: 0 } });
  expect((await repay(1, 'TRN 5')).body.code).toBe('nothing-to-recover');
  const { recovered, fund } = await until(operator, `/api/programmes/calls/${callId}`, (body) => body.recovered?.principalCents === 2_800);
  expect([recovered, fund.freeCents]).toEqual([{ principalCents: 2_800, interestCents: 0 }, 4_997_200]);
  const { changes } = await until(operator, `${path}/history`, (body) => body.changes.filter(({ status }: { status: string }) => status === 'repaid').length === 3);
  expect(changes.at(-1)).toMatchObject({ status: 'repaid', role: 'operator', reason: '8,00 €, TRN 4' });
});

it('leaves books without a fault', async () => {
  await product.stopAtRest();
  expect(await faultsOf(dataDir, await productBlueprint())).toEqual([]);
});
