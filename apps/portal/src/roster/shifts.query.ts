import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { bodyOf, client } from '../api/client';

/** Seven days of a firm's shifts from a day in Rome on. */
export const shiftsQuery = (firmId: string, from: string) =>
  queryOptions({
    queryKey: ['shifts', firmId, from],
    queryFn: () => bodyOf(client.GET('/api/companies/firms/{firmId}/shifts', { params: { path: { firmId }, query: { from } } })),
    placeholderData: keepPreviousData,
  });
