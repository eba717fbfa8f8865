import type { PlanPractice } from '@salvatempo/contracts';
import type { Cents, Instant, JsonObject } from '@salvatempo/kernel';
import type { ClaimFacts } from './claim-facts';

/**
 * `checking`: credit is being held. `open`: validators decide. `second`: one of two has approved. `integration`: the claimant is asked for
 * what is missing. `approved`, whole or in part, and `rejected` are ends, from which one appeal leads back to `checking`. `withdrawn` is an end for good.
 */
export type ClaimStatus = 'absent' | 'checking' | 'open' | 'second' | 'integration' | 'approved' | 'rejected' | 'withdrawn';

/** A claim for an expense that somebody paid. What it was, for whom and why it was refused stands beside this state alone. */
export interface Claim {
  readonly claimId: string;
  readonly accountId: string;
  readonly firmId: string;
  readonly personId: string;
  readonly status: ClaimStatus;
  /** asked >= approved >= reimbursed, always. In euro cents. */
  readonly askedCents: Cents;
  readonly heldCents: Cents;
  readonly approvedCents: Cents;
  readonly reimbursedCents: Cents;
  /** The Roman year in which it was made (rules.md 1.6). */
  readonly taxYear: number;
  /** Files that it is made with, the document itself first. */
  readonly documentIds: readonly string[];
  /** Until when the next step is due: a decision, what was asked for, or an appeal. */
  readonly dueAt?: Instant;
  /** Until when an appeal can be made, where what was asked for doesn't come. */
  readonly appealBy?: Instant;
  /** Everybody who decided, or asked, in this round; an appeal is for others. */
  readonly validatorIds: readonly string[];
  readonly excludedIds: readonly string[];
  readonly proposal?: { readonly validatorId: string; readonly approvedCents: Cents };
  readonly integrations: number;
  /** The second look at an approval that was drawn; without an outcome it is still to be taken. */
  readonly review?: { readonly reviewBy: Instant; readonly outcome?: 'confirmed' | 'wrong' };
  /** `YYYY-MM` in which it was paid last. */
  readonly paidIn?: string;
  readonly appealed: boolean;
}

export const claim = {
  service: 'benefits',
  name: 'claim',
  prefix: 'clm',
  schema: 1,
  initial: {
    ...{ claimId: '', accountId: '', firmId: '', personId: '', status: 'absent', askedCents: 0, heldCents: 0, approvedCents: 0, reimbursedCents: 0 },
    ...{ taxYear: 0, documentIds: [], validatorIds: [], excludedIds: [], integrations: 0, appealed: false },
  } as Claim,
  deadline: ({ status, dueAt }: Claim): Instant | undefined => (status === 'integration' ? dueAt : undefined),
};

/** Who wrote a note, and what about. */
export interface ClaimNote {
  readonly noteId: string;
  readonly by: 'claimant' | 'validator';
  readonly at: Instant;
  readonly text: string;
}

/** What stands beside a claim's state: everything that says what the expense was. */
export interface ClaimPersonal {
  readonly facts: ClaimFacts;
  /** The relative's; undefined for the claimant's own expense. */
  readonly fiscalCode?: string;
  /** The id under which the relative was declared. */
  readonly memberId?: string;
  /** The day in Rome on which it was made, by which times and limits go. */
  readonly claimedOn: string;
  /** Letter of the type on the day of payment. */
  readonly letter: string;
  /** Where the plan was stricter than the table on that day. */
  readonly practice?: PlanPractice;
  /** Under which the document's use is counted. */
  readonly useIds: readonly string[];
  /** Why it was refused, approved in part, or what was asked for: of docs/rules/claim-refusals.json. */
  readonly code?: string;
  readonly notes: readonly ClaimNote[];
}

/** Notes of a claim at most; the oldest are the ones that stay. */
export const MAX_NOTES = 30;
/** How often something may be asked for in one claim. */
export const MAX_INTEGRATIONS = 3;

export const claimPersonalOf = (personal: Readonly<Record<string, unknown>> | undefined): ClaimPersonal => personal as unknown as ClaimPersonal;
export const personalOfClaim = (personal: ClaimPersonal): JsonObject => JSON.parse(JSON.stringify(personal)) as JsonObject;

/** A claim whose first check is over. */
export const isChecked = (state: Claim): state is Claim => state.status !== 'checking' && state.status !== 'absent';

/** The validators of the round with one more, once. */
export const withValidator = ({ validatorIds }: Claim, validatorId: string): readonly string[] => (validatorIds.includes(validatorId) ? validatorIds : [...validatorIds, validatorId]);

/** Whether a decision, the first or the one on appeal, is still to come. */
export const isUndecided = ({ status }: Claim): boolean => status === 'checking' || status === 'open' || status === 'second' || status === 'integration';

/** Whether validators have it before them. */
export const isQueued = ({ status }: Claim): boolean => status === 'open' || status === 'second';
