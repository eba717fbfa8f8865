import type { Caller } from './world/caller';
import { faultsOf, productBlueprint } from './world/audit';
import { purchaseBecomes } from './world/buying';
import { inDays, today } from './world/days';
import { firstOperator } from './world/first-operator';
import { freshFolder, leaveNothing, start, type Product } from './world/product';
import { makeTerritory, until, type Territory } from './world/territory';

const dataDir = freshFolder();
let product: Product & { readonly url: string };
let territory: Territory;
let employee: Caller;
let manager: Caller;
let operator: Caller;
let networkId: string;

const as = (token: string): Caller => operator.as(token);
const pricesOf = (offerId: string): string => `/api/providers/offers/${offerId}/network-prices`;
const quote = (totalCents: number) => until(employee, `/api/marketplace/quotes?offerId=${territory.offerId}`, (body) => body.totalCents === totalCents);

beforeAll(async () => {
  product = await start({ dataDir, args: ['--no-demo'] });
  operator = await firstOperator(product, () => product.url);
  territory = await makeTerritory(operator, { people: 1, seed: 47 });
  [employee, manager] = [as(territory.employees[0]!.token), as(territory.manager)];
  ({ networkId } = await operator.made('/api/companies/networks', { title: 'Rete dei laboratori', kind: 'rete-contratto', programme: 'Comprare insieme i servizi', commonFund: false }));
  await until(manager, '/api/providers/networks', ({ items }) => items.length === 1);
});

afterAll(leaveNothing);

describe('a price for a network of firms', () => {
  it('is agreed by the provider, and is nobody’s who isn’t a member on the day', async () => {
    expect((await manager.get('/api/providers/networks')).body.items).toEqual([{ networkId, title: 'Rete dei laboratori' }]);
    expect(await manager.made(pricesOf(territory.offerId), { networkId, priceCents: 3_000 })).toEqual({ offerId: territory.offerId, networkId, priceCents: 3_000 });
    await operator.made(`/api/companies/networks/${networkId}/members`, { firmId: territory.firmId, firstDay: inDays(1).slice(0, 10) });
    expect(await quote(4_000)).not.toHaveProperty('networkPrice');
    const listed = async (who: Caller) => (await who.get(`/api/providers/offers/${territory.offerId}`)).body.networkPrices;
    expect([await listed(manager), await listed(operator), await listed(employee)]).toEqual([...Array.from({ length: 2 }, () => [{ networkId, title: 'Rete dei laboratori', priceCents: 3_000 }]), undefined]);
  });

  it('is what a member’s people are quoted and pay, and a quote of before is refused', async () => {
    const before = await quote(4_000);
    await operator.made(`/api/companies/networks/${networkId}/members/${territory.firmId}/departures`, { lastDay: inDays(2).slice(0, 10) });
    const joined = await operator.made('/api/companies/networks', { title: 'Rete del centro', kind: 'rete-contratto', programme: 'Insieme', commonFund: false });
    await operator.made(`/api/companies/networks/${joined.networkId}/members`, { firmId: territory.firmId, firstDay: today() });
    await until(manager, '/api/providers/networks', ({ items }) => items.length === 2);
    await manager.made(pricesOf(territory.offerId), { networkId: joined.networkId, priceCents: 3_600 });
    const now = await quote(3_600);
    expect(now).toMatchObject({ networkPrice: { networkId: joined.networkId, title: 'Rete del centro', listPriceCents: 4_000 }, shares: [{ source: 'incentive', amountCents: 2_520 }, { source: 'credit', amountCents: 1_080 }] });
    const order = ({ quoteId, totalCents }: { quoteId: string; totalCents: number }) => employee.post('/api/marketplace/purchases', { offerId: territory.offerId, quoteId, totalCents });
    expect((await order(before)).body.code).toBe('quote-changed');
    const { purchaseId } = (await order(now)).body;
    expect(await purchaseBecomes(employee, purchaseId, 'active')).toMatchObject({ totalCents: 3_600 });
    await manager.made(`${pricesOf(territory.offerId)}/${joined.networkId}/withdrawal`);
    await quote(4_000);
    expect((await employee.get(`/api/marketplace/purchases/${purchaseId}`)).body).toMatchObject({ status: 'active', totalCents: 3_600 });
  });

  it('is refused where it isn’t lower, for no network, by another provider, and where there is none to withdraw', async () => {
    const set = async (who: Caller, body: object): Promise<[number, string]> => {
      const answer = await who.post(pricesOf(territory.offerId), body);
      return [answer.status, answer.body.code];
    };
    expect(await set(manager, { networkId, priceCents: 4_000 })).toEqual([409, 'network-price-not-lower']);
    expect(await set(manager, { networkId: 'net_00000000000000000000000000', priceCents: 100 })).toEqual([404, 'network-not-found']);
    expect(await set(manager, { networkId, priceCents: 0 })).toEqual([400, 'invalid-request']);
    expect(await set(as(territory.owner), { networkId, priceCents: 100 })).toEqual([403, 'not-allowed']);
    expect((await manager.post(`${pricesOf(territory.offerId)}/net_00000000000000000000000000/withdrawal`)).body.code).toBe('network-price-not-found');
  });
});

it('leaves books without a fault', async () => {
  await product.stopAtRest();
  expect(await faultsOf(dataDir, await productBlueprint())).toEqual([]);
});
