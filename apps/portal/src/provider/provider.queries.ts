import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { bodyOf, client, seeOwnChange } from '../api/client';

export const providerQuery = (providerId: string) =>
  queryOptions({
    queryKey: ['provider', providerId],
    queryFn: () => bodyOf(client.GET('/api/providers/{providerId}', { params: { path: { providerId } } })),
    refetchInterval: ({ state }) => (state.data?.status === 'registered' ? 15_000 : false),
  });

export const openOrdersQuery = (providerId: string) =>
  queryOptions({
    queryKey: ['orders', providerId],
    queryFn: () => bodyOf(client.GET('/api/providers/{providerId}/orders', { params: { path: { providerId }, query: { status: 'open' as const, limit: 50 } }, headers: seeOwnChange('orders') })),
    // Work follows a redemption a moment later.
    refetchInterval: 2_000,
  });

export const myOffersQuery = (providerId: string) =>
  infiniteQueryOptions({
    queryKey: ['my-offers', providerId],
    queryFn: ({ pageParam }) => bodyOf(client.GET('/api/providers/offers', { params: { query: { providerId, limit: 50, ...pageParam } }, headers: seeOwnChange('my-offers') })),
    initialPageParam: {} as { after?: string },
    getNextPageParam: ({ next }) => (next === undefined ? undefined : { after: next }),
  });

export const networkNamesQuery = queryOptions({
  queryKey: ['network-names'],
  queryFn: () => bodyOf(client.GET('/api/providers/networks', { params: { query: { limit: 100 } } })),
});

export const statementsQuery = (providerId: string) =>
  queryOptions({
    queryKey: ['statements', providerId],
    queryFn: () => bodyOf(client.GET('/api/providers/{providerId}/statements', { params: { path: { providerId }, query: { limit: 24 } } })),
  });
