import { signInFailed, signInSucceeded, type DataOf } from '@salvatempo/contracts';
import { accept, NOTHING, refuse, slice } from '@salvatempo/kernel';
import { isBlocked, oneMore } from '../domain/attempts';
import type { Person } from '../domain/person';

export interface AttemptSignIn {
  /** Whether the password was right. */
  readonly right: boolean;
  /** Round of the password that it was compared with. */
  readonly passwordRound: number;
}

/**
 * Judges one attempt to sign in. A right password after too many wrong ones is refused like a wrong one, or many guesses at the
 * same time would get around the count.
 */
export const attemptSignInSlice = slice<Person, AttemptSignIn>({
  command: 'attempt-sign-in',
  decide({ right, passwordRound }, state, { id, at }) {
    if (isBlocked(state.signInFailures, at)) return refuse('too-many-attempts', { retryAt: state.signInFailures!.until });
    if (passwordRound === 0 || passwordRound !== state.passwordRound) return refuse('sign-in-refused');
    if (right) return state.signInFailures ? accept(signInSucceeded.of({ personId: id })) : NOTHING;
    const { count, until } = oneMore(state.signInFailures, at);
    return accept(signInFailed.of({ personId: id, attempts: count, retryAt: until }));
  },
  evolve: {
    [signInFailed.type]: (state: Person, { attempts, retryAt }: DataOf<typeof signInFailed>): Person => ({
      ...state,
      signInFailures: { count: attempts, until: retryAt },
    }),
    [signInSucceeded.type]: ({ signInFailures: _, ...state }: Person): Person => state,
  },
});
