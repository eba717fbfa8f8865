import { accessCodeIssued } from '@salvatempo/contracts';
import { accept, addMs, refuse, slice } from '@salvatempo/kernel';
import { CODE_VALID_MS, type Person } from '../domain/person';

export interface RenewCode {
  /** The firm that asks, for which the person works. */
  readonly firmId: string;
}

/**
 * A firm makes a new code for one of its people, to let them in or because they lost the password. Where the person has access
 * for others too, only the firm that made the code they never used may: any other could take over what others gave them.
 */
export const renewCodeSlice = slice<Person, RenewCode>({
  command: 'renew-code',
  decide({ firmId }, state, { id, at }) {
    const forOthers = state.roles.some(({ role, organisationId }) => role !== 'employee' || organisationId !== firmId);
    const invitedByFirm = state.passwordRound === 0 && state.code?.organisationId === firmId;
    if (forOthers && !invitedByFirm) return refuse('person-of-others-too');
    const purpose = state.passwordRound === 0 ? 'activation' : 'reset';
    return accept(accessCodeIssued.of({ personId: id, round: state.codeRounds + 1, purpose, expiresAt: addMs(at, CODE_VALID_MS), organisationId: firmId }));
  },
});
