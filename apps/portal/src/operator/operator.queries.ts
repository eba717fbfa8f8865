import { queryOptions } from '@tanstack/react-query';
import { bodyOf, client, seeOwnChange } from '../api/client';

export const callsQuery = queryOptions({
  queryKey: ['calls'],
  queryFn: () => bodyOf(client.GET('/api/programmes/calls', { params: { query: { limit: 50 } }, headers: seeOwnChange('calls') })),
});

export const callQuery = (callId: string) =>
  queryOptions({
    queryKey: ['call', callId],
    queryFn: () => bodyOf(client.GET('/api/programmes/calls/{callId}', { params: { path: { callId } } })),
    refetchInterval: 5_000,
  });

export const dossierQuery = (callId: string) =>
  queryOptions({
    queryKey: ['dossier', callId],
    queryFn: () => bodyOf(client.GET('/api/programmes/calls/{callId}/dossier', { params: { path: { callId } } })),
    refetchInterval: 10_000,
  });

export const allAllotmentsQuery = queryOptions({
  queryKey: ['allotments', 'all'],
  queryFn: () => bodyOf(client.GET('/api/programmes/allotments', { params: { query: { limit: 100 } } })),
  refetchInterval: 10_000,
});

export const firmsQuery = queryOptions({
  queryKey: ['firms'],
  queryFn: () => bodyOf(client.GET('/api/companies/firms', { params: { query: { limit: 100 } } })),
});

export const providersQuery = queryOptions({
  queryKey: ['providers'],
  queryFn: () => bodyOf(client.GET('/api/providers', { params: { query: { limit: 100 } }, headers: seeOwnChange('providers') })),
});
