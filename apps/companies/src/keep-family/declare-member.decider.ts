import { familyMemberDeclared, type DataOf } from '@salvatempo/contracts';
import { accept, refuse, romeDate, slice } from '@salvatempo/kernel';
import { isUnderAge, membersOf, personalOfFamily, type Family, type FamilyDeclaration, type FamilyMember } from '../domain/family';

/** Relatives of one person at most. */
const MAX_MEMBERS = 30;
/** What was declared of one relative and is kept, the latest. */
const MAX_DECLARATIONS = 50;

export interface DeclareMember extends Omit<FamilyMember, 'declarations'>, Omit<FamilyDeclaration, 'at'> {
  readonly personId: string;
  readonly memberId: string;
}

/** Keeps a relative of an employee, or declares anew what holds of one. The event tells ids, and whether it is a minor. */
export const declareMemberSlice = slice<Family, DeclareMember>({
  command: 'declare-member',
  decide({ personId, memberId, relation, name, surname, fiscalCode, birthDate, dependent, cohabiting, from, version }, { memberIds }, { id, at, personal }) {
    if (!memberIds.includes(memberId) && memberIds.length >= MAX_MEMBERS) return refuse('family-too-many-members');
    const members = membersOf(personal);
    const declarations = [...(members[memberId]?.declarations ?? []), { dependent, cohabiting, from, at, version }].slice(-MAX_DECLARATIONS);
    const event = familyMemberDeclared.of({ familyId: id, personId, memberId, declaration: { code: 'family-member', version }, minor: isUnderAge(birthDate, romeDate(at)) });
    return { ...accept(event), personal: personalOfFamily({ ...members, [memberId]: { relation, name, surname, fiscalCode, birthDate, declarations } }) };
  },
  evolve: {
    [familyMemberDeclared.type]: (state: Family, { memberId }: DataOf<typeof familyMemberDeclared>): Family =>
      state.memberIds.includes(memberId) ? state : { memberIds: [...state.memberIds, memberId] },
  },
});
