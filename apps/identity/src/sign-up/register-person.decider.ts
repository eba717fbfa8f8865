import { noticeAddressSet, passwordSet, personRegistered, type DataOf } from '@salvatempo/contracts';
import { accept, refuse, slice } from '@salvatempo/kernel';
import { addressOf, changedPersonal, type Person } from '../domain/person';

export interface RegisterPerson {
  readonly username: string;
  readonly passwordHash: string;
}

/** Somebody signs up by themselves, once for a user name: the person's id follows from it. */
export const registerPersonSlice = slice<Person, RegisterPerson>({
  command: 'register-person',
  decide({ username, passwordHash }, state, { id, at }) {
    if (state.registered) return refuse('username-taken');
    const personal = changedPersonal(undefined, { username, passwordHash });
    const address = addressOf(personal) === undefined ? [] : [noticeAddressSet.of({ personId: id, given: true })];
    return { ...accept(personRegistered.of({ personId: id }), passwordSet.of({ personId: id, at }), ...address), personal };
  },
  evolve: {
    [personRegistered.type]: (state: Person): Person => ({ ...state, registered: true }),
    [noticeAddressSet.type]: (state: Person, { given }: DataOf<typeof noticeAddressSet>): Person => ({ ...state, hasAddress: given }),
  },
});
