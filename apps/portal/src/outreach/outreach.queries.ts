import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { bodyOf, client, seeOwnChange } from '../api/client';

export const funnelQuery = queryOptions({
  queryKey: ['outreach', 'funnel'],
  queryFn: () => bodyOf(client.GET('/api/companies/outreach/funnel')),
  refetchInterval: 5_000,
});

export const contactsQuery = infiniteQueryOptions({
  queryKey: ['outreach', 'contacts'],
  queryFn: ({ pageParam }) => bodyOf(client.GET('/api/companies/outreach/contacts', { params: { query: { limit: 20, ...pageParam } }, headers: seeOwnChange('contacts') })),
  initialPageParam: {} as { after?: string },
  getNextPageParam: ({ next }) => (next === undefined ? undefined : { after: next }),
  refetchInterval: 5_000,
});
