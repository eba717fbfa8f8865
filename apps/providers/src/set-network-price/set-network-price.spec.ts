import { offerPublished } from '@salvatempo/contracts';
import { derivedId } from '@salvatempo/kernel';
import { given } from '@salvatempo/testing';
import { offer } from '../domain/offer';
import { publishOfferSlice } from '../import-offers/publish-offer.decider';
import { setNetworkPriceSlice } from './set-network-price.decider';

const aggregate = { ...offer, slices: [publishOfferSlice, setNetworkPriceSlice] };
const [providerId, offerId, one, other] = [derivedId('prv', 'spec'), derivedId('off', 'spec'), derivedId('net', 'one'), derivedId('net', 'other')];
const row = { code: 'STIRO5', title: 'Stireria, 5 kg', priceCents: 4_000, serviceCode: 'laundry-ironing', taxLetter: 'c.3', maxValidityDays: 90 };
const asOf = '2026-09-01T08:00:00.000Z';
const published = (revision: number, changes: object = {}) => offerPublished.of({ ...row, offerId, providerId, revision, asOf, ...changes });
const set = (networkId: string, priceCents?: number) => ({ type: 'set-network-price', data: { networkId, ...(priceCents !== undefined && { priceCents }) } });
const agreed = published(2, { networkPrices: [{ networkId: one, priceCents: 3_600 }] });

describe('the price of an offer for a network', () => {
  it('is published with the offer, changes, and ends', () => {
    given(aggregate, [published(1)]).when(set(one, 3_600), { id: offerId }).then([agreed]);
    given(aggregate, [published(1), agreed]).when(set(one, 3_500), { id: offerId }).then([published(3, { networkPrices: [{ networkId: one, priceCents: 3_500 }] })]);
    given(aggregate, [published(1), agreed]).when(set(other, 3_000), { id: offerId }).then([published(3, { networkPrices: [{ networkId: one, priceCents: 3_600 }, { networkId: other, priceCents: 3_000 }] })]);
    given(aggregate, [published(1), agreed]).when(set(one), { id: offerId }).then([published(3)]);
  });

  it('is lower than the list’s, and can’t end before it began', () => {
    for (const priceCents of [4_000, 4_100]) given(aggregate, [published(1)]).when(set(one, priceCents)).then({ code: 'network-price-not-lower' });
    given(aggregate, [published(1), agreed]).when(set(other)).then({ code: 'network-price-not-found' });
  });

  it('is there for twenty networks at most', () => {
    const many = published(2, { networkPrices: Array.from({ length: 20 }, (_, n) => ({ networkId: derivedId('net', String(n)), priceCents: 100 })) });
    given(aggregate, [published(1), many]).when(set(one, 3_600)).then({ code: 'network-prices-full' });
    given(aggregate, [published(1), many]).when(set(derivedId('net', '3'), 200)).thenState({ revision: 3 });
  });

  it('stays when the price list is published anew', () => {
    const later = '2026-09-02T08:00:00.000Z';
    given(aggregate, [published(1), agreed])
      .when({ type: 'publish-offer', data: { ...row, providerId, priceCents: 4_200, asOf: later } }, { id: offerId })
      .then([published(3, { priceCents: 4_200, asOf: later, networkPrices: [{ networkId: one, priceCents: 3_600 }] })]);
  });
});
