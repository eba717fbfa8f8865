import { faultsOf, productBlueprint } from './world/audit';
import { firstOperator } from './world/first-operator';
import { limitsMet, PAYROLL_TOLD } from './world/limits-met';
import { freshFolder, leaveNothing, start } from './world/product';

afterAll(leaveNothing);
jest.setTimeout(60_000);

it('a limit met, a premium converted in part and meal vouchers go through to the month’s payroll file, and the books are without a fault', async () => {
  const dataDir = freshFolder();
  const product = await start({ dataDir, args: ['--no-demo'] });
  const { payroll } = await limitsMet(await firstOperator(product, () => product.url), 781);
  expect(payroll.map(({ voce, lettera, importo }) => [voce, lettera, importo]).sort()).toEqual(PAYROLL_TOLD);
  await product.stopAtRest();
  expect(await faultsOf(dataDir, await productBlueprint())).toEqual([]);
});
