import type { CallTerms, Declared } from '@salvatempo/contracts';
import { addMs, DAY_MS, type Instant } from '@salvatempo/kernel';

/** What is known of a firm when its application is decided. */
export interface Applicant extends Declared {
  /** When the firm applied: what counts for the call's time, however long the message took. */
  readonly requestedAt: Instant;
  readonly employeesCount: number;
  readonly occupatiCount: number;
  /** ATECO code; unknown of firms that were registered before it was kept here. */
  readonly sector?: string;
  /** Belfiore code of the seat's Comune. */
  readonly municipality?: string;
  /** When the counts, the sector and the seat were declared. */
  readonly declaredAt?: Instant;
}

/** A firm that applies without declaring anything. */
export const NOTHING_DECLARED: Declared = { artisan: false, memberships: [], otherFunding: false };

/** Every rule of a call about a firm, in the order in which they are looked at; each by the code of its refusal. */
const RULES = {
  'call-not-open-yet': ({ requestedAt }, { opensAt }) => requestedAt >= opensAt,
  'call-closed': ({ requestedAt }, { closesAt }) => requestedAt < closesAt,
  'headcount-too-high': (applicant, terms) => headcountOf(applicant, terms) <= terms.maxHeadcount,
  'sector-not-eligible': ({ sector, artisan }, { eligibleSectors, artisansAdmitted }) =>
    (eligibleSectors === undefined && !artisansAdmitted) || (artisansAdmitted === true && artisan) || (eligibleSectors ?? []).some((admitted) => isWithin(sector, admitted)),
  'municipality-not-eligible': ({ municipality }, { eligibleMunicipalities: admitted }) => !admitted || (municipality !== undefined && admitted.includes(municipality)),
  'membership-missing': ({ memberships }, { requiredMemberships: admitted }) => !admitted || memberships.some((one) => admitted.includes(one)),
  'double-funding': ({ otherFunding }, { noDoubleFunding }) => !(noDoubleFunding === true && otherFunding),
  'declaration-expired': ({ declaredAt, requestedAt }, { declarationDays }) =>
    declarationDays === undefined || (declaredAt !== undefined && requestedAt < addMs(declaredAt, declarationDays * DAY_MS)),
} satisfies Record<string, (applicant: Applicant, terms: CallTerms) => boolean>;

export type EligibilityCode = keyof typeof RULES;
export const ELIGIBILITY_CODES = Object.keys(RULES) as readonly EligibilityCode[];

/** Whether one rule of the call admits the firm. */
export const isAdmittedBy = (code: EligibilityCode, applicant: Applicant, terms: CallTerms): boolean => RULES[code](applicant, terms);

/** The first rule that refuses the firm, by its code; undefined where all admit it. */
export const whyNotEligible = (applicant: Applicant, terms: CallTerms): EligibilityCode | undefined => ELIGIBILITY_CODES.find((code) => !isAdmittedBy(code, applicant, terms));

/** The count that the call looks at. */
export const headcountOf = ({ employeesCount, occupatiCount }: Pick<Applicant, 'employeesCount' | 'occupatiCount'>, { headcountBasis }: Pick<CallTerms, 'headcountBasis'>): number =>
  headcountBasis === 'employees' ? employeesCount : occupatiCount;

/** An ATECO code lies within one that is its beginning: `96.01` in `96`, `96.01.10` in `96.01`. */
export const isWithin = (sector: string | undefined, admitted: string): boolean => sector?.startsWith(admitted) === true;
