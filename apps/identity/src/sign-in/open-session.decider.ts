import { sessionOpened, type DataOf } from '@salvatempo/contracts';
import { accept, addMs, NOTHING, slice } from '@salvatempo/kernel';
import { SESSION_VALID_MS, type Session } from '../domain/session';

export interface OpenSession {
  readonly personId: string;
  readonly passwordRound: number;
}

/** Opens a session; its id follows from a secret that is told once and kept nowhere. */
export const openSessionSlice = slice<Session, OpenSession>({
  command: 'open-session',
  decide({ personId, passwordRound }, state, { id, at }) {
    if (state.status !== 'absent') return NOTHING;
    return accept(sessionOpened.of({ sessionId: id, personId, passwordRound, expiresAt: addMs(at, SESSION_VALID_MS) }));
  },
  evolve: {
    [sessionOpened.type]: (_: Session, opened: DataOf<typeof sessionOpened>): Session => ({ ...opened, status: 'open' }),
  },
});
