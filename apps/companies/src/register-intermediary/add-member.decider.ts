import { intermediaryMemberAdded, type DataOf } from '@salvatempo/contracts';
import { accept, refuse, slice } from '@salvatempo/kernel';
import { intermediaryCardOf, personalOfIntermediary, type Intermediary, type KnownIntermediary, type MemberCard } from '../domain/intermediary';

/** People who act for one adviser's office or association. */
const MAX_MEMBERS = 50;

export interface AddIntermediaryMember extends MemberCard {
  readonly personId: string;
}

/** Somebody acts for it from now on. Who that is stays beside the state. */
export const addMemberSlice = slice<Intermediary, AddIntermediaryMember>({
  command: 'add-intermediary-member',
  decide({ personId, ...member }, state, { id, personal }) {
    if (state.status === 'absent') throw new Error(`${id} is no adviser or association`);
    if (state.memberIds.includes(personId)) return refuse('intermediary-member-there');
    if (state.memberIds.length >= MAX_MEMBERS) return refuse('intermediary-full');
    const card = intermediaryCardOf(personal);
    const event = intermediaryMemberAdded.of({ intermediaryId: id, kind: state.kind, personId });
    return { ...accept(event), personal: personalOfIntermediary({ ...card, members: { ...card.members, [personId]: member } }) };
  },
  evolve: {
    [intermediaryMemberAdded.type]: (state: Intermediary, { personId }: DataOf<typeof intermediaryMemberAdded>): Intermediary => {
      const known = state as KnownIntermediary;
      return { ...known, memberIds: [...known.memberIds, personId] };
    },
  },
});
