import { accessCodeIssued } from '@salvatempo/contracts';
import { accept, addMs, NOTHING, slice } from '@salvatempo/kernel';
import { justMailed, MAILED_CODE_VALID_MS, type Person } from '../domain/person';

/** Somebody forgot the password: a code goes by mail, to whom has an address, and not again within minutes. */
export const requestResetSlice = slice<Person, object>({
  command: 'request-reset',
  decide(_, state, { id, at }) {
    if (state.passwordRound === 0 || !state.hasAddress || justMailed(state, at)) return NOTHING;
    return accept(accessCodeIssued.of({ personId: id, round: state.codeRounds + 1, purpose: 'reset', expiresAt: addMs(at, MAILED_CODE_VALID_MS) }));
  },
});
