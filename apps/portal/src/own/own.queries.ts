import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { bodyOf, client, seeOwnChange } from '../api/client';
import { LATER_MS, SOON_MS, UNDER_WAY } from '../purchase/purchase.queries';

export const ownQuoteQuery = (offerId: string, firmId: string) =>
  queryOptions({
    queryKey: ['own-quote', firmId, offerId],
    queryFn: () => bodyOf(client.GET('/api/marketplace/own-quotes', { params: { query: { offerId, firmId } } })),
  });

/** What was bought for the owner; read again by itself while anything of it is on its way. */
export const ownPurchasesQuery = (firmId: string) =>
  infiniteQueryOptions({
    queryKey: ['own-purchases', firmId],
    queryFn: ({ pageParam }) => bodyOf(client.GET('/api/marketplace/own-purchases', { params: { query: { firmId, limit: 20, ...pageParam } }, headers: seeOwnChange('own-purchases') })),
    initialPageParam: {} as { after?: string },
    getNextPageParam: ({ next }) => (next === undefined ? undefined : { after: next }),
    refetchInterval: ({ state }) => (state.data?.pages.some(({ items }) => items.some(({ status }) => UNDER_WAY.includes(status))) ? SOON_MS : LATER_MS),
  });

export type TransferTask = 'awaited' | 'owed-back';

/** Owners' transfers that an officer has something to do with, or the one of a reference. */
export const transfersQuery = (asked: { readonly task: TransferTask } | { readonly reference: string }) =>
  infiniteQueryOptions({
    queryKey: ['transfers', asked],
    queryFn: ({ pageParam }) => bodyOf(client.GET('/api/marketplace/transfers', { params: { query: { limit: 20, ...asked, ...pageParam } }, headers: seeOwnChange('task' in asked ? `transfers-${asked.task}` : 'transfers-found') })),
    initialPageParam: {} as { after?: string },
    getNextPageParam: ({ next }) => (next === undefined ? undefined : { after: next }),
  });
