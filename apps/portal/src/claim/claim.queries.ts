import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { bodyOf, client, seeOwnChange } from '../api/client';

export const expenseTypesQuery = queryOptions({ queryKey: ['expense-types'], queryFn: () => bodyOf(client.GET('/api/benefits/expense-types', {})), staleTime: 600_000 });

export const expenseTypeQuery = (code: string) =>
  queryOptions({ queryKey: ['expense-types', code], queryFn: () => bodyOf(client.GET('/api/benefits/expense-types/{code}', { params: { path: { code } } })), enabled: code !== '', staleTime: 600_000 });

export const refusalsQuery = queryOptions({ queryKey: ['claim-refusals'], queryFn: () => bodyOf(client.GET('/api/benefits/claim-refusals', {})), staleTime: 600_000 });

export const ownClaimsQuery = infiniteQueryOptions({
  queryKey: ['claims', 'mine'],
  queryFn: ({ pageParam }) => bodyOf(client.GET('/api/benefits/claims/mine', { params: { query: { limit: 20, ...pageParam } }, headers: seeOwnChange('claims') })),
  initialPageParam: {} as { after?: string },
  getNextPageParam: ({ next }) => (next === undefined ? undefined : { after: next }),
  refetchInterval: 10_000,
});

export const claimQueueQuery = infiniteQueryOptions({
  queryKey: ['claims', 'queue'],
  queryFn: ({ pageParam }) => bodyOf(client.GET('/api/benefits/claims/queue', { params: { query: { limit: 20, ...pageParam } }, headers: seeOwnChange('claims-queue') })),
  initialPageParam: {} as { after?: string },
  getNextPageParam: ({ next }) => (next === undefined ? undefined : { after: next }),
  refetchInterval: 10_000,
});

const SOON_MS = 700;
const LATER_MS = 8_000;

/** A claim whose credit is being held changes by itself within moments. */
export const claimQuery = (claimId: string) =>
  queryOptions({
    queryKey: ['claims', claimId],
    queryFn: () => bodyOf(client.GET('/api/benefits/claims/{claimId}', { params: { path: { claimId } } })),
    refetchInterval: ({ state }) => (state.data?.status === 'checking' ? SOON_MS : LATER_MS),
  });

export const claimFileQuery = (documentId: string) =>
  queryOptions({ queryKey: ['claim-files', documentId], queryFn: () => bodyOf(client.GET('/api/benefits/claim-documents/{documentId}', { params: { path: { documentId } } })), staleTime: 600_000 });
