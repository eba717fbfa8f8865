import { offerPublished, type DataOf } from '@salvatempo/contracts';
import { accept, NOTHING, slice, type Instant } from '@salvatempo/kernel';
import type { Offer } from '../domain/offer';
import type { PriceRow } from './price-list.columns';

export interface PublishOffer extends PriceRow {
  readonly providerId: string;
  /** When the price list was accepted: of two lists the later one counts, in whatever order they are taken in. */
  readonly asOf: Instant;
}

/** Publishes an offer, or its new revision where something changed. */
export const publishOfferSlice = slice<Offer, PublishOffer>({
  command: 'publish-offer',
  decide(wanted, state, { id }) {
    const published = state.status === 'published' ? state : undefined;
    if (published && (isSame(published, wanted) || (published.asOf ?? '') > wanted.asOf)) return NOTHING;
    // What was agreed with networks isn't in a price list, and stays.
    const { networkPrices } = published ?? {};
    return accept(offerPublished.of({ ...wanted, offerId: id, revision: (published?.revision ?? 0) + 1, ...(networkPrices && { networkPrices }) }));
  },
  evolve: {
    [offerPublished.type]: (_: Offer, facts: DataOf<typeof offerPublished>): Offer => ({ ...facts, status: 'published' }),
  },
});

const compared = ['title', 'priceCents', 'serviceCode', 'taxLetter', 'maxValidityDays', 'durationMinutes'] as const;
const isSame = (a: PriceRow, b: PriceRow): boolean => compared.every((field) => a[field] === b[field]);
