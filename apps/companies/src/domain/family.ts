import { addYears, derivedId, type Instant, type JsonObject } from '@salvatempo/kernel';

/** The relatives that an employee keeps, by id alone; everything about them is personal data beside the state. */
export interface Family {
  readonly memberIds: readonly string[];
}

export const family = { service: 'companies', name: 'family', prefix: 'fam', schema: 1, initial: { memberIds: [] } as Family };

/** A person has one family, whomever they work for. */
export const familyIdOf = (personId: string): string => derivedId('fam', personId);
/** A relative is in a family once. */
export const memberIdOf = (familyId: string, memberPersonId: string): string => derivedId('mem', familyId, memberPersonId);

const OF_AGE = 18;
/** Whether somebody is under age on a day in Rome (art. 2 c.c.). Both days are `YYYY-MM-DD`. */
export const isUnderAge = (birthDate: string, day: string): boolean => day < addYears(birthDate, OF_AGE);

/** What holds of a relative from a day on, as declared. */
export interface FamilyDeclaration {
  readonly dependent: boolean;
  readonly cohabiting: boolean;
  /** `YYYY-MM-DD` in Rome. */
  readonly from: string;
  /** When it was declared, and which text was accepted with it. */
  readonly at: Instant;
  readonly version: string;
}

export interface FamilyMember {
  readonly relation: string;
  readonly name: string;
  readonly surname: string;
  readonly fiscalCode: string;
  /** `YYYY-MM-DD`. */
  readonly birthDate: string;
  /** Oldest first. */
  readonly declarations: readonly FamilyDeclaration[];
}

export type FamilyMembers = Readonly<Record<string, FamilyMember>>;

export const membersOf = (personal: Readonly<Record<string, unknown>> | undefined): FamilyMembers => (personal?.['members'] ?? {}) as FamilyMembers;
export const personalOfFamily = (members: FamilyMembers): JsonObject => ({ members }) as unknown as JsonObject;

/** The declaration that holds on a day in Rome: of those that begin by then the one declared last; undefined before the first. */
export const declaredOn = ({ declarations }: FamilyMember, day: string): FamilyDeclaration | undefined => declarations.filter(({ from }) => from <= day).at(-1);
