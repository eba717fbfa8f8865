import { queryOptions } from '@tanstack/react-query';
import { bodyOf, client, seeOwnChange } from '../api/client';

export const intermediariesQuery = queryOptions({
  queryKey: ['intermediaries'],
  queryFn: () => bodyOf(client.GET('/api/companies/intermediaries', { params: { query: { limit: 100 } }, headers: seeOwnChange('intermediaries') })),
});

export const intermediaryQuery = (intermediaryId: string) =>
  queryOptions({
    queryKey: ['intermediaries', intermediaryId],
    queryFn: () => bodyOf(client.GET('/api/companies/intermediaries/{intermediaryId}', { params: { path: { intermediaryId } } })),
  });

/** Asked again until the role of somebody who was just named is there. */
export const memberCodeQuery = (intermediaryId: string, memberPersonId: string) =>
  queryOptions({
    queryKey: ['member-codes', intermediaryId, memberPersonId],
    queryFn: () => bodyOf(client.GET('/api/identity/intermediaries/{intermediaryId}/codes/{memberPersonId}', { params: { path: { intermediaryId, memberPersonId } } })),
    refetchInterval: ({ state }) => (state.data?.status === 'activated' ? false : 10_000),
    retry: 5,
    retryDelay: 400,
  });

export const mandatesQuery = (firmId: string) =>
  queryOptions({
    queryKey: ['mandates', firmId],
    queryFn: () => bodyOf(client.GET('/api/companies/firms/{firmId}/mandates', { params: { path: { firmId }, query: { limit: 50 } }, headers: seeOwnChange('mandates') })),
  });

export const mandatedFirmsQuery = queryOptions({
  queryKey: ['mandated-firms'],
  queryFn: () => bodyOf(client.GET('/api/companies/mandates/mine')),
  refetchInterval: 10_000,
});

export const mandatedFirmQuery = (firmId: string) =>
  queryOptions({ queryKey: ['mandated-firms', firmId], queryFn: () => bodyOf(client.GET('/api/companies/firms/{firmId}', { params: { path: { firmId } } })) });
