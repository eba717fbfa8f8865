import { employeeAdded, familyMemberDeclared, familyMemberErased, type DataOf } from '@salvatempo/contracts';
import type { Projection } from '@salvatempo/messaging';

/** Somebody who works for a firm, or did, as far as an indicator asks. */
export interface PersonRow {
  readonly personId: string;
  readonly firmId: string;
  readonly sex?: 'female' | 'male';
}

/** Who stands in a firm's list. */
export const people: Projection<PersonRow> = {
  model: { name: 'programmes.people', indexes: [] },
  prefix: 'emp',
  on: {
    [employeeAdded.type]: (_, event) => {
      const { personId, firmId, sex } = event.data as DataOf<typeof employeeAdded>;
      return { personId, firmId, ...(sex && { sex }) };
    },
  },
  place: (row) => ({ tenant: row.firmId, order: row.personId, indexed: {} }),
};

/** The relatives that somebody keeps, by ids alone: whether each was a minor when declared, null where that wasn't told yet. */
export interface FamilyRow {
  readonly personId: string;
  readonly minors: Readonly<Record<string, boolean | null>>;
}

/** A relative who was erased is counted nowhere any more. */
export const families: Projection<FamilyRow> = {
  model: { name: 'programmes.families', indexes: [] },
  prefix: 'fam',
  on: {
    [familyMemberDeclared.type]: (row, event) => {
      const { personId, memberId, minor = null } = event.data as DataOf<typeof familyMemberDeclared>;
      return { personId, minors: { ...row?.minors, [memberId]: minor } };
    },
    [familyMemberErased.type]: (row, event) => {
      if (!row) return undefined;
      const { [(event.data as DataOf<typeof familyMemberErased>).memberId]: _, ...minors } = row.minors;
      return { ...row, minors };
    },
  },
  place: (row) => ({ tenant: row.personId, order: row.personId, indexed: {} }),
};
