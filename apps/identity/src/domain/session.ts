import type { DataOf, sessionOpened } from '@salvatempo/contracts';
import { derivedId, HOUR_MS, type Instant } from '@salvatempo/kernel';

type Opened = DataOf<typeof sessionOpened>;

/** One sign-in of a person. */
export type Session = { readonly status: 'absent' } | ({ readonly status: 'open' } & Opened) | ({ readonly status: 'closed' } & Opened);

export const session = {
  service: 'identity',
  name: 'session',
  prefix: 'ses',
  schema: 1,
  initial: { status: 'absent' } as Session,
  deadline: (state: Session): Instant | undefined => (state.status === 'open' ? state.expiresAt : undefined),
};

export const SESSION_VALID_MS = 12 * HOUR_MS;

/** A session is found by its secret and nothing else: the id can't be turned back. */
export const sessionIdOf = (secret: string): string => derivedId('ses', 'secret', secret);
