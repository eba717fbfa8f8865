import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { bodyOf, client, seeOwnChange } from '../api/client';

export const accountQuery = queryOptions({
  queryKey: ['account'],
  queryFn: () => bodyOf(client.GET('/api/benefits/accounts/mine', {})),
});

export const vouchersQuery = queryOptions({
  queryKey: ['vouchers'],
  queryFn: () => bodyOf(client.GET('/api/vouchers', { params: { query: { limit: 50 } }, headers: seeOwnChange('vouchers') })),
});

export const purchasesQuery = infiniteQueryOptions({
  queryKey: ['purchases'],
  queryFn: ({ pageParam }) => bodyOf(client.GET('/api/marketplace/purchases', { params: { query: { limit: 20, ...pageParam } }, headers: seeOwnChange('purchases') })),
  initialPageParam: {} as { after?: string },
  getNextPageParam: ({ next }) => (next === undefined ? undefined : { after: next }),
});

export const offersQuery = infiniteQueryOptions({
  queryKey: ['offers'],
  queryFn: ({ pageParam }) => bodyOf(client.GET('/api/providers/offers', { params: { query: { limit: 20, ...pageParam } } })),
  initialPageParam: {} as { after?: string },
  getNextPageParam: ({ next }) => (next === undefined ? undefined : { after: next }),
});

export const ledgerQuery = (accountId: string) =>
  infiniteQueryOptions({
    queryKey: ['account', 'ledger', accountId],
    queryFn: ({ pageParam }) => bodyOf(client.GET('/api/benefits/accounts/{accountId}/entries', { params: { path: { accountId }, query: { limit: 50, ...pageParam } } })),
    initialPageParam: {} as { after?: string },
    getNextPageParam: ({ next }) => (next === undefined ? undefined : { after: next }),
  });
