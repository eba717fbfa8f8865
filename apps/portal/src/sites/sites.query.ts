import { queryOptions } from '@tanstack/react-query';
import { bodyOf, client } from '../api/client';

export const sitesQuery = (firmId: string) =>
  queryOptions({
    queryKey: ['sites', firmId],
    queryFn: () => bodyOf(client.GET('/api/companies/firms/{firmId}/sites', { params: { path: { firmId } } })),
    refetchInterval: 30_000,
  });
