import { queryOptions } from '@tanstack/react-query';
import { bodyOf, client } from '../api/client';

export const rankingQuery = (callId: string) =>
  queryOptions({
    queryKey: ['ranking', callId],
    queryFn: () => bodyOf(client.GET('/api/programmes/calls/{callId}/ranking', { params: { path: { callId } } })),
    refetchInterval: 10_000,
  });

/** What came of each application, checked or not; for operators. */
export const applicationsQuery = (callId: string) =>
  queryOptions({
    queryKey: ['allotments', 'call', callId],
    queryFn: () => bodyOf(client.GET('/api/programmes/allotments', { params: { query: { callId, limit: 100 } } })),
    refetchInterval: 5_000,
  });
