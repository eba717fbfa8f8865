import { accessCodeIssued, personRegistered, roleGranted, type DataOf } from '@salvatempo/contracts';
import { accept, addMs, NOTHING, slice, type DomainEvent } from '@salvatempo/kernel';
import { CODE_VALID_MS, hasGrant, liveCode, type Person } from '../domain/person';

export interface AdmitEmployee {
  readonly firmId: string;
}

/**
 * A firm named somebody as its employee: they get the role and, if they can't sign in yet, a code for the firm's sheet. A code
 * of another firm that is still good stays the one that works, or a second firm could spoil the first one's sheet.
 */
export const admitEmployeeSlice = slice<Person, AdmitEmployee>({
  command: 'admit-employee',
  decide({ firmId }, state, { id, at }) {
    if (hasGrant(state, 'employee', firmId)) return NOTHING;
    const events: DomainEvent[] = state.registered ? [] : [personRegistered.of({ personId: id })];
    events.push(roleGranted.of({ personId: id, role: 'employee', organisationId: firmId }));
    if (state.passwordRound === 0 && !liveCode(state, at))
      events.push(accessCodeIssued.of({ personId: id, round: state.codeRounds + 1, purpose: 'activation', expiresAt: addMs(at, CODE_VALID_MS), organisationId: firmId }));
    return accept(...events);
  },
  evolve: {
    [accessCodeIssued.type]: (state: Person, { personId: _, ...code }: DataOf<typeof accessCodeIssued>): Person => ({ ...state, codeRounds: code.round, code }),
  },
});
