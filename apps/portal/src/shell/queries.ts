import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { Problem } from '../api/problem';
import { sessionQuery } from './session';

/** A session that ended meanwhile shows as nobody signed in, and the frame then asks to sign in again. */
function noticeEnd(error: unknown): void {
  const isOver = error instanceof Problem && error.code === 'not-signed-in';
  if (isOver && queries.getQueryData(sessionQuery.queryKey)) queries.setQueryData(sessionQuery.queryKey, null);
}

export const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeEnd }),
  mutationCache: new MutationCache({ onError: noticeEnd }),
  defaultOptions: {
    queries: {
      // A refusal stays a refusal; silence and a busy server deserve another try.
      retry: (failures, error) => failures < 2 && !(error instanceof Problem && error.status < 500),
      refetchOnWindowFocus: true,
    },
    mutations: { retry: false },
  },
});
