import { queryOptions } from '@tanstack/react-query';
import { bodyOf, client } from '../api/client';
import type { QuoteView } from '../api/views';

/** What of the account is to pay; hours where they suffice, by default. */
export type PayWith = QuoteView['paysWith'];

export const quoteQuery = (offerId: string, payWith?: PayWith) =>
  queryOptions({
    queryKey: ['quote', offerId, payWith ?? ''],
    queryFn: () => bodyOf(client.GET('/api/marketplace/quotes', { params: { query: { offerId, ...(payWith && { payWith }) } } })),
  });

/** States that will change by themselves within moments. */
export const UNDER_WAY = ['pending', 'settling'];
export const SOON_MS = 700;
export const LATER_MS = 8_000;

export const purchaseQuery = (purchaseId: string) =>
  queryOptions({
    queryKey: ['purchase', purchaseId],
    queryFn: () => bodyOf(client.GET('/api/marketplace/purchases/{purchaseId}', { params: { path: { purchaseId } } })),
    refetchInterval: ({ state }) => (UNDER_WAY.includes(state.data?.status ?? '') ? SOON_MS : LATER_MS),
  });
