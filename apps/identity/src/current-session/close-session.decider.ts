import { sessionClosed } from '@salvatempo/contracts';
import { accept, NOTHING, PASS_DEADLINE, slice, type Decision } from '@salvatempo/kernel';
import type { Session } from '../domain/session';

const close = (state: Session): Decision =>
  state.status === 'open' ? accept(sessionClosed.of({ sessionId: state.sessionId, personId: state.personId })) : NOTHING;

/** Signs out. */
export const closeSessionSlice = slice<Session, object>({
  command: 'close-session',
  decide: (_, state) => close(state),
  evolve: {
    [sessionClosed.type]: (state: Session): Session => (state.status === 'absent' ? state : { ...state, status: 'closed' }),
  },
});

/** Ends a session whose time is over. */
export const expireSessionSlice = slice<Session, { readonly deadlineAt: string }>({
  command: PASS_DEADLINE,
  decide: (_, state, { at }) => (state.status === 'open' && state.expiresAt <= at ? close(state) : NOTHING),
});
