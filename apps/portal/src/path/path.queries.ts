import { queryOptions } from '@tanstack/react-query';
import { bodyOf, client } from '../api/client';

export const pathQuery = (firmId: string) =>
  queryOptions({ queryKey: ['path', firmId], queryFn: () => bodyOf(client.GET('/api/companies/firms/{firmId}/accompaniment', { params: { path: { firmId } } })) });
