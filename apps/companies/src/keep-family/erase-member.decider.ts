import { familyMemberErased, type DataOf } from '@salvatempo/contracts';
import { accept, refuse, slice } from '@salvatempo/kernel';
import { membersOf, personalOfFamily, type Family } from '../domain/family';

export interface EraseMember {
  readonly personId: string;
  readonly memberId: string;
}

/** Forgets a relative: everything about them is gone from the document with the write, and was never anywhere else. */
export const eraseMemberSlice = slice<Family, EraseMember>({
  command: 'erase-member',
  decide({ personId, memberId }, { memberIds }, { id, personal }) {
    if (!memberIds.includes(memberId)) return refuse('family-member-not-found');
    const { [memberId]: _, ...others } = membersOf(personal);
    return { ...accept(familyMemberErased.of({ familyId: id, personId, memberId })), personal: personalOfFamily(others) };
  },
  evolve: {
    [familyMemberErased.type]: (state: Family, { memberId }: DataOf<typeof familyMemberErased>): Family => ({ memberIds: state.memberIds.filter((one) => one !== memberId) }),
  },
});
