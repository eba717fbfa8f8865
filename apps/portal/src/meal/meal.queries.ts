import { infiniteQueryOptions } from '@tanstack/react-query';
import { bodyOf, client, seeOwnChange } from '../api/client';

const FIRST = {} as { after?: string };
const nextOf = ({ next }: { next?: string }) => (next === undefined ? undefined : { after: next });

export const ownMealsQuery = infiniteQueryOptions({
  queryKey: ['own-meals'],
  queryFn: ({ pageParam }) => bodyOf(client.GET('/api/benefits/meal-vouchers/mine', { params: { query: { limit: 24, ...pageParam } } })),
  initialPageParam: FIRST,
  getNextPageParam: nextOf,
});

export const firmMealsQuery = (firmId: string) =>
  infiniteQueryOptions({
    queryKey: ['firm-meals', firmId],
    queryFn: ({ pageParam }) => bodyOf(client.GET('/api/benefits/meal-vouchers', { params: { query: { firmId, limit: 50, ...pageParam } }, headers: seeOwnChange('meals') })),
    initialPageParam: FIRST,
    getNextPageParam: nextOf,
  });
