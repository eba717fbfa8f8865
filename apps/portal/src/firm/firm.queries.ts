import { queryOptions } from '@tanstack/react-query';
import { bodyOf, client, seeOwnChange } from '../api/client';
import { savesUnderWay } from './draft.saving';

export const firmQuery = (firmId: string) =>
  queryOptions({ queryKey: ['firm', firmId], queryFn: () => bodyOf(client.GET('/api/companies/firms/{firmId}', { params: { path: { firmId } } })) });

export const employeesQuery = (firmId: string) =>
  queryOptions({
    queryKey: ['employees', firmId],
    queryFn: () => bodyOf(client.GET('/api/companies/firms/{firmId}/employees', { params: { path: { firmId }, query: { limit: 100 } } })),
    refetchInterval: 5_000,
  });

export const codesQuery = (firmId: string) =>
  queryOptions({
    queryKey: ['codes', firmId],
    queryFn: () => bodyOf(client.GET('/api/identity/activation-codes', { params: { query: { firmId } } })),
    // Codes of people who have just come in follow a moment later.
    refetchInterval: 5_000,
  });

export const plansQuery = (firmId: string) =>
  queryOptions({ queryKey: ['plans', firmId], queryFn: () => bodyOf(client.GET('/api/benefits/plans', { params: { query: { firmId } }, headers: seeOwnChange('plans') })) });

export const accountsQuery = (firmId: string) =>
  queryOptions({
    queryKey: ['accounts', firmId],
    queryFn: () => bodyOf(client.GET('/api/benefits/accounts', { params: { query: { firmId, limit: 100 } } })),
    // Credit reaches the accounts one by one.
    refetchInterval: 3_000,
  });

export const billQuery = (firmId: string) =>
  queryOptions({
    queryKey: ['bill', firmId],
    queryFn: () => bodyOf(client.GET('/api/benefits/bills/{firmId}', { params: { path: { firmId } } })),
    refetchInterval: 10_000,
  });

export const allotmentsQuery = (firmId: string) =>
  queryOptions({
    queryKey: ['allotments', firmId],
    queryFn: () => bodyOf(client.GET('/api/programmes/allotments', { params: { query: { firmId, limit: 50 } }, headers: seeOwnChange('allotments') })),
    refetchInterval: 10_000,
  });

/** Read when the form opens and never under what somebody types. */
export const draftQuery = (firmId: string, callId: string) =>
  queryOptions({
    queryKey: ['draft', firmId, callId],
    queryFn: async () => {
      await savesUnderWay.get(callId);
      return bodyOf(client.GET('/api/programmes/firms/{firmId}/drafts/{callId}', { params: { path: { firmId, callId } } }));
    },
    staleTime: Infinity,
    gcTime: 0,
  });

/** A decision doesn't change any more. */
export const explanationQuery = (allotmentId: string) =>
  queryOptions({
    queryKey: ['explanation', allotmentId],
    queryFn: () => bodyOf(client.GET('/api/programmes/allotments/{allotmentId}/explanation', { params: { path: { allotmentId } } })),
    staleTime: Infinity,
  });
