import { queryOptions } from '@tanstack/react-query';
import { bodyOf, client } from '../api/client';

/** The text in force of a declaration: what is accepted is what was shown, by its version. */
export const declarationQuery = (code: string) =>
  queryOptions({ queryKey: ['declaration', code], queryFn: () => bodyOf(client.GET('/api/companies/declarations/{code}', { params: { path: { code } } })) });
