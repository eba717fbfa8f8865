import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { bodyOf, client, seeOwnChange } from '../api/client';

export const networksQuery = infiniteQueryOptions({
  queryKey: ['networks', 'list'],
  queryFn: ({ pageParam }) => bodyOf(client.GET('/api/companies/networks', { params: { query: { limit: 10, ...pageParam } }, headers: seeOwnChange('networks') })),
  initialPageParam: {} as { after?: string },
  getNextPageParam: ({ next }) => (next === undefined ? undefined : { after: next }),
  refetchInterval: 10_000,
});

export const networkQuery = (networkId: string) =>
  queryOptions({
    queryKey: ['networks', networkId],
    queryFn: () => bodyOf(client.GET('/api/companies/networks/{networkId}', { params: { path: { networkId } } })),
  });
