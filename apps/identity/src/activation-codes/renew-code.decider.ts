import { accessCodeIssued } from '@salvatempo/contracts';
import { accept, addMs, refuse, slice } from '@salvatempo/kernel';
import { CODE_VALID_MS, type Grant, type Person } from '../domain/person';

/** What the person is to the firm that asks, or to the adviser's office or association for which an officer does. */
export type RenewCode = Grant;

/**
 * A new code is made for one of an organisation's people, to let them in or because they lost the password. Where the person has access
 * for others too, only the one that made the code they never used may: any other could take over what others gave them.
 */
export const renewCodeSlice = slice<Person, RenewCode>({
  command: 'renew-code',
  decide({ role: asked, organisationId: asking }, state, { id, at }) {
    const forOthers = state.roles.some(({ role, organisationId }) => role !== asked || organisationId !== asking);
    const invitedHere = state.passwordRound === 0 && state.code?.organisationId === asking;
    if (forOthers && !invitedHere) return refuse('person-of-others-too');
    const purpose = state.passwordRound === 0 ? 'activation' : 'reset';
    return accept(accessCodeIssued.of({ personId: id, round: state.codeRounds + 1, purpose, expiresAt: addMs(at, CODE_VALID_MS), organisationId: asking }));
  },
});
