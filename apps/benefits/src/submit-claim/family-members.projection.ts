import { familyMemberDeclared, familyMemberErased, type DataOf, type Envelope } from '@salvatempo/contracts';
import { derivedId } from '@salvatempo/kernel';
import type { Projection } from '@salvatempo/messaging';

/** Which relatives somebody declared, by id alone: all that companies tells of a family (ADR 0213). */
export interface FamilyRow {
  readonly personId: string;
  readonly memberIds: readonly string[];
}

const dataOf = (event: Envelope): DataOf<typeof familyMemberDeclared> => event.data as DataOf<typeof familyMemberDeclared>;

export const familyMembers: Projection<FamilyRow> = {
  model: { name: 'benefits.family-members', indexes: [] },
  prefix: 'fam',
  on: {
    [familyMemberDeclared.type]: (row, event) => {
      const { personId, memberId } = dataOf(event);
      return { personId, memberIds: [...new Set([...(row?.memberIds ?? []), memberId])] };
    },
    [familyMemberErased.type]: (row, event) => row && { ...row, memberIds: row.memberIds.filter((one) => one !== dataOf(event).memberId) },
  },
  place: ({ personId }) => ({ tenant: personId, order: personId, indexed: {} }),
};

/** The ids that companies gives families and their members, by which a codice fiscale is recognised and nobody's family is told. */
export const familyIdOf = (personId: string): string => derivedId('fam', personId);
export const memberIdOf = (personId: string, relativePersonId: string): string => derivedId('mem', familyIdOf(personId), relativePersonId);
