import { queryOptions } from '@tanstack/react-query';
import { bodyOf, client } from '../api/client';

export const grantHistoryQuery = (allotmentId: string) =>
  queryOptions({
    queryKey: ['grant-history', allotmentId],
    queryFn: () => bodyOf(client.GET('/api/programmes/allotments/{allotmentId}/history', { params: { path: { allotmentId } } })),
  });

export const grantRecoveryQuery = (allotmentId: string) =>
  queryOptions({
    queryKey: ['grant-recovery', allotmentId],
    queryFn: () => bodyOf(client.GET('/api/programmes/allotments/{allotmentId}/recovery', { params: { path: { allotmentId } } })),
  });
