import { accessCodeIssued, personRegistered, roleGranted } from '@salvatempo/contracts';
import { accept, addMs, NOTHING, slice, type DomainEvent } from '@salvatempo/kernel';
import { CODE_VALID_MS, hasGrant, liveCode, type Grant, type Person } from '../domain/person';

/**
 * An officer named somebody who acts for an adviser's office or an association: they get the role and, if they can't sign in yet and no
 * firm has let them in, a code that the officer hands on.
 */
export const admitMemberSlice = slice<Person, Grant>({
  command: 'admit-member',
  decide({ role, organisationId }, state, { id, at }) {
    if (hasGrant(state, role, organisationId)) return NOTHING;
    const events: DomainEvent[] = state.registered ? [] : [personRegistered.of({ personId: id })];
    events.push(roleGranted.of({ personId: id, role, organisationId }));
    if (state.passwordRound === 0 && !liveCode(state, at))
      events.push(accessCodeIssued.of({ personId: id, round: state.codeRounds + 1, purpose: 'activation', expiresAt: addMs(at, CODE_VALID_MS), organisationId }));
    return accept(...events);
  },
});
