import { intermediaryMemberRemoved, type DataOf } from '@salvatempo/contracts';
import { accept, refuse, slice } from '@salvatempo/kernel';
import { intermediaryCardOf, personalOfIntermediary, type Intermediary, type KnownIntermediary } from '../domain/intermediary';

export interface RemoveIntermediaryMember {
  readonly personId: string;
}

/** Somebody acts for it no more: no mandate lets them do anything from the next request on, and their name is forgotten. */
export const removeMemberSlice = slice<Intermediary, RemoveIntermediaryMember>({
  command: 'remove-intermediary-member',
  decide({ personId }, state, { id, personal }) {
    if (state.status === 'absent') throw new Error(`${id} is no adviser or association`);
    if (!state.memberIds.includes(personId)) return refuse('intermediary-member-not-there');
    const card = intermediaryCardOf(personal);
    const members = Object.fromEntries(Object.entries(card.members).filter(([known]) => known !== personId));
    return { ...accept(intermediaryMemberRemoved.of({ intermediaryId: id, personId })), personal: personalOfIntermediary({ ...card, members }) };
  },
  evolve: {
    [intermediaryMemberRemoved.type]: (state: Intermediary, { personId }: DataOf<typeof intermediaryMemberRemoved>): Intermediary => {
      const known = state as KnownIntermediary;
      return { ...known, memberIds: known.memberIds.filter((one) => one !== personId) };
    },
  },
});
