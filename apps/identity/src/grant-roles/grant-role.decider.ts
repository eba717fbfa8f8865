import { personRegistered, roleGranted, type DataOf } from '@salvatempo/contracts';
import { accept, NOTHING, slice } from '@salvatempo/kernel';
import { hasGrant, type Grant, type Person } from '../domain/person';

/** Gives a person a role, once. */
export const grantRoleSlice = slice<Person, Grant>({
  command: 'grant-role',
  decide({ role, organisationId }, state, { id }) {
    if (hasGrant(state, role, organisationId)) return NOTHING;
    const granted = roleGranted.of({ personId: id, role, organisationId });
    return state.registered ? accept(granted) : accept(personRegistered.of({ personId: id }), granted);
  },
  evolve: {
    [roleGranted.type]: (state: Person, { role, organisationId }: DataOf<typeof roleGranted>): Person => ({
      ...state,
      roles: [...state.roles, { role, organisationId }],
    }),
  },
});
