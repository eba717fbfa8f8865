import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { bodyOf, change, client } from '../api/client';
import { homeOf, sessionChanged } from '../shell/session';

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** Opens a session; its secret stays in a cookie that no script reads. */
export const openSession = (body: Credentials, key: string): Promise<unknown> => bodyOf(client.POST('/api/identity/sessions', { body, ...change(key) }));

/** Goes to where the person was headed, or to where they begin. */
export function useGoIn(): (wanted?: string) => Promise<void> {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return async (wanted) => {
    const session = await sessionChanged(queries);
    // Only a path of our own: a link must not lead elsewhere after sign-in.
    const own = wanted !== undefined && /^\/(?!\/)/.test(wanted) ? wanted : undefined;
    await navigate({ to: own ?? homeOf(session) });
  };
}
