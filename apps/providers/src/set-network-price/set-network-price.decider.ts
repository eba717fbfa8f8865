import { offerPublished } from '@salvatempo/contracts';
import { accept, refuse, slice, type Cents } from '@salvatempo/kernel';
import type { Offer } from '../domain/offer';

export interface SetNetworkPrice {
  readonly networkId: string;
  /** What the network's members pay; the network has the list's price again where it is left out. */
  readonly priceCents?: Cents;
}

/** Networks that one offer has a price for. */
const MAX_NETWORKS = 20;

/**
 * Publishes an offer anew with another price for a network: whoever was quoted the price before is told that it changed. Members pay
 * the lower of the list's price and this one, so that a list that comes later never makes a network pay more.
 */
export const setNetworkPriceSlice = slice<Offer, SetNetworkPrice>({
  command: 'set-network-price',
  decide({ networkId, priceCents }, state, { id }) {
    if (state.status === 'absent') throw new Error(`${id} is no offer`);
    const { status: _status, networkPrices = [], ...facts } = state;
    const others = networkPrices.filter((one) => one.networkId !== networkId);
    if (priceCents === undefined && others.length === networkPrices.length) return refuse('network-price-not-found');
    if (priceCents !== undefined && priceCents >= facts.priceCents) return refuse('network-price-not-lower');
    if (priceCents !== undefined && others.length >= MAX_NETWORKS) return refuse('network-prices-full');
    const changed = priceCents === undefined ? others : [...others, { networkId, priceCents }];
    return accept(offerPublished.of({ ...facts, revision: facts.revision + 1, ...(changed.length > 0 && { networkPrices: changed }) }));
  },
  // The event is the offer's own: publish-offer applies it.
  evolve: {},
});
