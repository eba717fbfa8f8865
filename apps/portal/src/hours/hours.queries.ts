import { queryOptions } from '@tanstack/react-query';
import { bodyOf, client, seeOwnChange } from '../api/client';

export const hoursFundsQuery = queryOptions({
  queryKey: ['hours', 'funds'],
  queryFn: () => bodyOf(client.GET('/api/programmes/hours-funds', { params: { query: { limit: 50 } }, headers: seeOwnChange('hours') })),
  refetchInterval: 10_000,
});

export const hoursFundQuery = (hoursFundId: string) =>
  queryOptions({
    queryKey: ['hours', hoursFundId],
    queryFn: () => bodyOf(client.GET('/api/programmes/hours-funds/{hoursFundId}', { params: { path: { hoursFundId } } })),
    refetchInterval: 10_000,
  });
