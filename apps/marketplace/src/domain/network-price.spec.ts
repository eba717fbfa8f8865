import { derivedId } from '@salvatempo/kernel';
import { priceFor, type PricedNetwork } from './network-price';

const [firmId, stranger, one, other] = [derivedId('com', 'member'), derivedId('com', 'stranger'), derivedId('net', 'one'), derivedId('net', 'other')];
const network = (networkId: string, firstDay: string, lastDay?: string): PricedNetwork => ({ networkId, title: networkId, members: [{ firmId, firstDay, ...(lastDay !== undefined && { lastDay }) }] });
const offer = { priceCents: 4_000, networkPrices: [{ networkId: one, priceCents: 3_600 }, { networkId: other, priceCents: 3_000 }] };
const priceOn = (day: string, networks: readonly PricedNetwork[], whom = firmId): [number, string | undefined] => {
  const { priceCents, network: which } = priceFor(offer, networks, whom, day);
  return [priceCents, which?.networkId];
};

describe('what a member of a network pays', () => {
  it('is the network’s price from the first to the last day of membership, both included', () => {
    const networks = [network(one, '2026-03-10', '2026-06-30')];
    expect(['2026-03-09', '2026-03-10', '2026-06-30', '2026-07-01'].map((day) => priceOn(day, networks))).toEqual([[4_000, undefined], [3_600, one], [3_600, one], [4_000, undefined]]);
  });

  it('is nobody else’s price', () => expect(priceOn('2026-04-01', [network(one, '2026-03-10')], stranger)).toEqual([4_000, undefined]));

  it('is the lowest of several, and never above the list’s', () => {
    const networks = [network(one, '2026-01-01'), network(other, '2026-05-01')];
    expect([priceOn('2026-04-01', networks), priceOn('2026-05-01', networks)]).toEqual([[3_600, one], [3_000, other]]);
    expect(priceFor({ ...offer, priceCents: 2_900 }, networks, firmId, '2026-05-01')).toEqual({ priceCents: 2_900 });
  });

  it('comes back with a firm that comes back', () => {
    const twice: PricedNetwork = { networkId: one, title: 'x', members: [{ firmId, firstDay: '2026-01-01', lastDay: '2026-02-01' }, { firmId, firstDay: '2026-03-01' }] };
    expect(['2026-02-02', '2026-03-01'].map((day) => priceOn(day, [twice]))).toEqual([[4_000, undefined], [3_600, one]]);
  });
});
