import type { Problem } from '../api/problem';

/** Class-validator's own English says nothing to the person; ours do. */
const ENGLISH = /^(is[A-Z]|matches|length|min|max|array|whitelist)/;

/** The API's word about one field; the general one where it has only a technical name for it. */
export function fieldError(problem: Problem | null, field: string, general: string): string | undefined {
  const found = problem?.errors.find((error) => error.field === field);
  if (!found) return undefined;
  return found.message === undefined || ENGLISH.test(found.code ?? '') ? general : found.message;
}
