import { accessCodeRefused, noticeAddressSet, passwordSet, type DataOf } from '@salvatempo/contracts';
import { accept, refuse, slice } from '@salvatempo/kernel';
import { isBlocked, oneMore } from '../domain/attempts';
import { changedPersonal, liveCode, type Person } from '../domain/person';

export interface SetPassword {
  /** Round of the code that was compared. */
  readonly round: number;
  /** Undefined where the code typed isn't that one. */
  readonly right?: {
    readonly passwordHash: string;
    /** For notices. */
    readonly email?: string;
  };
}

/** Sets a password by a one-time code. Wrong codes are counted, and after too many nothing is tried for a while. */
export const setPasswordSlice = slice<Person, SetPassword>({
  command: 'set-password',
  decide({ round, right }, state, { id, at, personal }) {
    if (isBlocked(state.codeFailures, at)) return refuse('too-many-attempts', { retryAt: state.codeFailures!.until });
    const code = liveCode(state, at);
    if (!code) return refuse('access-code-refused');
    if (!right || code.round !== round) {
      const { count, until } = oneMore(state.codeFailures, at);
      return accept(accessCodeRefused.of({ personId: id, attempts: count, retryAt: until }));
    }
    const address = right.email === undefined ? [] : [noticeAddressSet.of({ personId: id, given: true })];
    return { ...accept(passwordSet.of({ personId: id, at }), ...address), personal: changedPersonal(personal, right) };
  },
  evolve: {
    [accessCodeRefused.type]: (state: Person, { attempts, retryAt }: DataOf<typeof accessCodeRefused>): Person => ({
      ...state,
      codeFailures: { count: attempts, until: retryAt },
    }),
    // A new password ends the code, and whoever was kept out by wrong ones may try again.
    [passwordSet.type]: ({ code: _code, codeFailures: _wrong, signInFailures: _failed, ...state }: Person): Person => ({
      ...state,
      passwordRound: state.passwordRound + 1,
    }),
  },
});
