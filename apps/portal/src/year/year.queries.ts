import { queryOptions } from '@tanstack/react-query';
import { bodyOf, client } from '../api/client';

/** Below the account's key: what refreshes the account refreshes what was declared of it. */
export const yearDeclarationsQuery = queryOptions({
  queryKey: ['account', 'year-declarations'],
  queryFn: () => bodyOf(client.GET('/api/benefits/accounts/mine/year-declarations', {})),
});
