import { queryOptions } from '@tanstack/react-query';
import { bodyOf, client } from '../api/client';

/** What a provider has still to bill of calls that ask for invoices, and what it billed. Payments come by themselves. */
export const invoicesQuery = (providerId: string) =>
  queryOptions({
    queryKey: ['invoices', providerId],
    queryFn: () => bodyOf(client.GET('/api/programmes/providers/{providerId}/invoices', { params: { path: { providerId } } })),
    refetchInterval: 10_000,
  });
