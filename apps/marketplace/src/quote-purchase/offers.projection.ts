import { offerPublished, type DataOf } from '@salvatempo/contracts';
import type { Projection } from '@salvatempo/messaging';

export type OfferRow = DataOf<typeof offerPublished>;

/** The offers as they can be bought now, kept from what providers publish. */
export const offers: Projection<OfferRow> = {
  model: { name: 'marketplace.offers', indexes: [] },
  prefix: 'off',
  on: { [offerPublished.type]: (_, event) => event.data as OfferRow },
  place: (row) => ({ tenant: row.providerId, order: row.offerId, indexed: {} }),
};
