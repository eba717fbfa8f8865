import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { bodyOf, client, seeOwnChange } from '../api/client';
import { LATER_MS } from '../purchase/purchase.queries';

const FIRST = {} as { after?: string };
const nextOf = ({ next }: { readonly next?: string | undefined }): { after: string } | undefined => (next === undefined ? undefined : { after: next });

export const coverQuery = (firmId: string) =>
  queryOptions({ queryKey: ['cover', firmId], queryFn: () => bodyOf(client.GET('/api/benefits/covers/{firmId}', { params: { path: { firmId } } })), refetchInterval: LATER_MS });

export const proformasQuery = (firmId: string) =>
  infiniteQueryOptions({
    queryKey: ['cover', firmId, 'proformas'],
    queryFn: ({ pageParam }) => bodyOf(client.GET('/api/benefits/covers/{firmId}/proformas', { params: { path: { firmId }, query: { limit: 20, ...pageParam } }, headers: seeOwnChange('proformas') })),
    initialPageParam: FIRST,
    getNextPageParam: nextOf,
    refetchInterval: LATER_MS,
  });

export const firmTransfersQuery = (firmId: string) =>
  infiniteQueryOptions({
    queryKey: ['cover', firmId, 'transfers'],
    queryFn: ({ pageParam }) => bodyOf(client.GET('/api/benefits/covers/{firmId}/transfers', { params: { path: { firmId }, query: { limit: 20, ...pageParam } } })),
    initialPageParam: FIRST,
    getNextPageParam: nextOf,
    refetchInterval: LATER_MS,
  });

export const coversQuery = infiniteQueryOptions({
  queryKey: ['covers'],
  queryFn: ({ pageParam }) => bodyOf(client.GET('/api/benefits/covers', { params: { query: { limit: 20, ...pageParam } }, headers: seeOwnChange('covers') })),
  initialPageParam: FIRST,
  getNextPageParam: nextOf,
  // What a statement says is in the lists a moment after it is taken.
  refetchInterval: LATER_MS,
});

export const unmatchedLinesQuery = infiniteQueryOptions({
  queryKey: ['bank-lines'],
  queryFn: ({ pageParam }) => bodyOf(client.GET('/api/benefits/bank-lines', { params: { query: { status: 'unmatched' as const, limit: 20, ...pageParam } }, headers: seeOwnChange('bank-lines') })),
  initialPageParam: FIRST,
  getNextPageParam: nextOf,
  // What a statement says is in the lists a moment after it is taken.
  refetchInterval: LATER_MS,
});

export const announcedQuery = queryOptions({ queryKey: ['announced'], queryFn: () => bodyOf(client.GET('/api/benefits/accounts/mine/announced')) });
