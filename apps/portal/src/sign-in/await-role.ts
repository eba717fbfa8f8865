import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Role } from '../api/views';
import { homes, sessionChanged } from '../shell/session';

const TRIES = 20;
const PAUSE_MS = 250;

/** Goes to a role's first page once the role is there: it follows the registration by message, a moment later. */
export function useGoInWith(role: Role): () => Promise<void> {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    for (let tried = 0; tried < TRIES; tried += 1) {
      const session = await sessionChanged(queries);
      if (session?.roles.some((held) => held.role === role)) break;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
    await navigate({ to: homes[role] });
  };
}
