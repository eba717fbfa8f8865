import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { bodyOf, client, seeOwnChange } from '../api/client';

const FIRST = {} as { after?: string };
const nextOf = ({ next }: { next?: string }) => (next === undefined ? undefined : { after: next });

export const ownPremiumsQuery = infiniteQueryOptions({
  queryKey: ['own-premiums'],
  queryFn: ({ pageParam }) => bodyOf(client.GET('/api/benefits/premiums/mine', { params: { query: { limit: 20, ...pageParam } }, headers: seeOwnChange('premiums') })),
  initialPageParam: FIRST,
  getNextPageParam: nextOf,
});

export const comparisonQuery = (premiumId: string, convertedCents: number, otherEmployersCents: number) =>
  queryOptions({
    queryKey: ['premium-comparison', premiumId, convertedCents, otherEmployersCents],
    queryFn: () => bodyOf(client.GET('/api/benefits/premiums/{premiumId}/comparison', { params: { path: { premiumId }, query: { convertedCents, otherEmployersCents } } })),
    placeholderData: (before) => before,
  });

export const contractsQuery = (firmId: string) =>
  infiniteQueryOptions({
    queryKey: ['premium-contracts', firmId],
    queryFn: ({ pageParam }) => bodyOf(client.GET('/api/benefits/premium-contracts', { params: { query: { firmId, limit: 20, ...pageParam } }, headers: seeOwnChange('premium-contracts') })),
    initialPageParam: FIRST,
    getNextPageParam: nextOf,
  });

export const firmPremiumsQuery = (firmId: string) =>
  infiniteQueryOptions({
    queryKey: ['firm-premiums', firmId],
    queryFn: ({ pageParam }) => bodyOf(client.GET('/api/benefits/premiums', { params: { query: { firmId, limit: 50, ...pageParam } } })),
    initialPageParam: FIRST,
    getNextPageParam: nextOf,
    // People choose while the page is open.
    refetchInterval: 5_000,
  });

export const thresholdChoiceQuery = (firmId: string) =>
  queryOptions({ queryKey: ['threshold-choice', firmId], queryFn: () => bodyOf(client.GET('/api/benefits/threshold-choices', { params: { query: { firmId } } })) });
