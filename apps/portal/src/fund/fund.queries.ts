import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { bodyOf, client, seeOwnChange } from '../api/client';

const FIRST = {} as { after?: string };
const nextOf = ({ next }: { readonly next?: string | undefined }): { after: string } | undefined => (next === undefined ? undefined : { after: next });
const OFTEN_MS = 10_000;

export const fundLimitsQuery = queryOptions({ queryKey: ['fund-limits'], queryFn: () => bodyOf(client.GET('/api/benefits/contribution-limits/mine')), refetchInterval: OFTEN_MS });

export const ownContributionsQuery = infiniteQueryOptions({
  queryKey: ['contributions', 'mine'],
  queryFn: ({ pageParam }) => bodyOf(client.GET('/api/benefits/contributions/mine', { params: { query: { limit: 20, ...pageParam } }, headers: seeOwnChange('contributions') })),
  initialPageParam: FIRST,
  getNextPageParam: nextOf,
  refetchInterval: OFTEN_MS,
});

export const payrollContributionsQuery = (firmId: string, status: 'waiting' | 'paid') =>
  infiniteQueryOptions({
    queryKey: ['contributions', firmId, status],
    queryFn: ({ pageParam }) => bodyOf(client.GET('/api/benefits/contributions', { params: { query: { firmId, status, limit: 20, ...pageParam } }, headers: seeOwnChange(status === 'waiting' ? 'contributions-waiting' : 'contributions-paid') })),
    initialPageParam: FIRST,
    getNextPageParam: nextOf,
    refetchInterval: OFTEN_MS,
  });
