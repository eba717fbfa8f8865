import { eventually } from '@salvatempo/testing';
import { coverMet } from './world/cover-met';
import { leaveNothing } from './world/product';
import { MODES, startHere } from './world/product-here';
import { TravellingTime } from './world/travelling-time';

afterAll(leaveNothing);
jest.setTimeout(60_000);

it.each(MODES)('credit above a firm’s guarantee goes through to its transfer, and the books are without a fault (%s)', async (mode) => {
  const product = await startHere(mode, new TravellingTime());
  await coverMet(product.operator, 782);
  await eventually(async () => (await product.faults()).length === 0, 'the books to be at rest and right');
  expect(product.errors).toEqual([]);
  await product.stop();
});
