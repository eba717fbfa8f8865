import { offerPublished, type DataOf } from '@salvatempo/contracts';
import type { Projection } from '@salvatempo/messaging';

export interface OfferRow extends DataOf<typeof offerPublished> {
  /** Of the first revision, so that a new price doesn't move an offer from page to page. */
  readonly publishedAt: string;
}

/** Offers by provider, newest last. */
export const offerList: Projection<OfferRow> = {
  model: { name: 'providers.offer-list', indexes: ['serviceCode'] },
  prefix: 'off',
  on: {
    [offerPublished.type]: (row, event) => ({ ...(event.data as DataOf<typeof offerPublished>), publishedAt: row?.publishedAt ?? event.time }),
  },
  place: (row) => ({ tenant: row.providerId, order: `${row.publishedAt}/${row.offerId}`, indexed: { serviceCode: row.serviceCode } }),
};
