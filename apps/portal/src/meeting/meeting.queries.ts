import { queryOptions } from '@tanstack/react-query';
import { bodyOf, client, seeOwnChange } from '../api/client';

/** Meetings that a firm may go to or has places at. Asked again by itself: others take places too. */
export const meetingsOfFirmQuery = (firmId: string) =>
  queryOptions({
    queryKey: ['meetings', firmId],
    queryFn: () => bodyOf(client.GET('/api/companies/firms/{firmId}/meetings', { params: { path: { firmId }, query: { limit: 50 } }, headers: seeOwnChange('meetings') })),
    refetchInterval: 10_000,
  });

/** Meetings that whoever is signed in holds; an officer sees those of all. */
export const heldMeetingsQuery = queryOptions({
  queryKey: ['meetings', 'held'],
  queryFn: () => bodyOf(client.GET('/api/companies/meetings', { params: { query: { limit: 50 } }, headers: seeOwnChange('meetings') })),
  refetchInterval: 10_000,
});
