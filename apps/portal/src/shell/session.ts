import { queryOptions, useQuery, type QueryClient } from '@tanstack/react-query';
import { bodyOf, client } from '../api/client';
import { Problem } from '../api/problem';
import type { Role, Session } from '../api/views';

/** Who is signed in, or null for nobody. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async (): Promise<Session | null> => {
    try {
      return await bodyOf(client.GET('/api/identity/sessions/current'));
    } catch (error) {
      if (error instanceof Problem && error.status === 401) return null;
      throw error;
    }
  },
  staleTime: 60_000,
});

export const useSession = (): Session | null => useQuery(sessionQuery).data ?? null;

/** The organisation for which the person has a role; the empty text where there is none. */
export function useOrganisation(role: Role): string {
  return useSession()?.roles.find((held) => held.role === role)?.organisationId ?? '';
}

/** The page where each role begins. */
export const homes: Readonly<Record<Role, '/dipendente' | '/impresa' | '/cooperativa' | '/operatore' | '/consulente' | '/associazione' | '/convalida' | '/paghe'>> = {
  employee: '/dipendente',
  'firm-admin': '/impresa',
  'provider-admin': '/cooperativa',
  operator: '/operatore',
  adviser: '/consulente',
  association: '/associazione',
  'claims-validator': '/convalida',
  payroll: '/paghe',
};

/** The page where a person begins; one without a role yet has an organisation to register. */
export function homeOf(session: Session | null): string {
  const first = session?.roles[0]?.role;
  if (!session) return '/accesso';
  return first === undefined ? '/registrazione' : homes[first];
}

/** Everything read for one person is forgotten when another signs in. */
export async function sessionChanged(queries: QueryClient): Promise<Session | null> {
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
  return queries.fetchQuery({ ...sessionQuery, staleTime: 0 });
}
