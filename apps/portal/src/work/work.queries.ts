import { queryOptions } from '@tanstack/react-query';
import { bodyOf, client, seeOwnChange } from '../api/client';

/** What a provider declared of the work that calls created, newest month first. */
export const workQuery = (providerId: string) =>
  queryOptions({
    queryKey: ['work', providerId],
    queryFn: () => bodyOf(client.GET('/api/providers/{providerId}/work-declarations', { params: { path: { providerId }, query: { limit: 50 } }, headers: seeOwnChange('work') })),
  });
