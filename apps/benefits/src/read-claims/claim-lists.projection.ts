import {
  claimAppealed, claimApprovalProposed, claimApproved, claimIntegrated, claimOpened, claimRecovered, claimReimbursed, claimRejected, claimReviewConfirmed, claimReviewDrawn, claimReviewFoundWrong, claimSubmitted, claimWithdrawn, integrationAsked,
  type DataOf, type Envelope,
} from '@salvatempo/contracts';
import type { Cents, Instant } from '@salvatempo/kernel';
import type { Projection } from '@salvatempo/messaging';
import type { ClaimStatus } from '../domain/claim';
import { statusAfterWithdrawal } from '../withdraw-claim/withdraw-claim.decider';

/** A claim as lists show it: figures and state, never what it is about. */
export interface ClaimRow {
  readonly claimId: string;
  readonly firmId: string;
  readonly personId: string;
  readonly status: ClaimStatus;
  readonly askedCents: Cents;
  readonly approvedCents: Cents;
  readonly reimbursedCents: Cents;
  readonly submittedAt: Instant;
  readonly dueAt?: Instant;
  /** Until when a second look at it is due; absent where none is. */
  readonly reviewBy?: Instant;
  /** Who decided or asked; a second look is for others. */
  readonly validatorIds?: readonly string[];
  /** What of it the employer owes with the payroll of each month. */
  readonly months: Readonly<Record<string, Cents>>;
}

type Change = (row: ClaimRow | undefined, event: Envelope) => ClaimRow | undefined;
type Due = { readonly dueAt?: Instant };
const becomes =
  (status: ClaimStatus, due: (data: never) => Due = () => ({})): Change =>
  (row, { data }) => {
    if (!row) return row;
    const { dueAt: _, ...rest } = row;
    return { ...rest, status, ...due(data as never) };
  };
const dueIf = (dueAt: Instant | undefined): Due => (dueAt === undefined ? {} : { dueAt });

const seenBy = (row: ClaimRow | undefined, { data }: Envelope): ClaimRow | undefined => {
  const { validatorId } = data as { validatorId?: string };
  return row && validatorId !== undefined ? { ...row, validatorIds: [...new Set([...(row.validatorIds ?? []), validatorId])] } : row;
};

function withoutReview(row: ClaimRow | undefined): ClaimRow | undefined {
  if (!row) return row;
  const { reviewBy: _, ...rest } = row;
  return rest;
}

const changes: Readonly<Record<string, Change>> = {
  [claimSubmitted.type]: (_, { data, time }) => {
    const { claimId, firmId, personId, askedCents } = data as DataOf<typeof claimSubmitted>;
    return { claimId, firmId, personId, status: 'checking', askedCents, approvedCents: 0, reimbursedCents: 0, submittedAt: time, months: {} };
  },
  [claimOpened.type]: becomes('open', ({ decideBy }: DataOf<typeof claimOpened>) => ({ dueAt: decideBy })),
  [claimIntegrated.type]: becomes('open', ({ decideBy }: DataOf<typeof claimIntegrated>) => ({ dueAt: decideBy })),
  [claimApprovalProposed.type]: (row, event) => seenBy(row && { ...row, status: 'second' }, event),
  [integrationAsked.type]: (row, event) => seenBy(becomes('integration', ({ answerBy }: DataOf<typeof integrationAsked>) => ({ dueAt: answerBy }))(row, event), event),
  [claimAppealed.type]: becomes('checking'),
  [claimApproved.type]: (row, event) => {
    const { approvedCents, appealBy } = event.data as DataOf<typeof claimApproved>;
    const after = becomes('approved', () => dueIf(appealBy))(row, event);
    return seenBy(after && { ...after, approvedCents }, event);
  },
  [claimRejected.type]: (row, event) => {
    const { approvedCents, appealBy } = event.data as DataOf<typeof claimRejected>;
    return seenBy(becomes(approvedCents > 0 ? 'approved' : 'rejected', () => dueIf(appealBy))(row, event), event);
  },
  [claimWithdrawn.type]: (row, event) => becomes(statusAfterWithdrawal(event.data as DataOf<typeof claimWithdrawn>))(row, event),
  [claimReviewDrawn.type]: (row, { data }) => row && { ...row, reviewBy: (data as DataOf<typeof claimReviewDrawn>).reviewBy },
  [claimReviewConfirmed.type]: (row) => withoutReview(row),
  [claimReviewFoundWrong.type]: (row, event) => {
    const { approvedCents, appealBy } = event.data as DataOf<typeof claimReviewFoundWrong>;
    const after = becomes(approvedCents > 0 ? 'approved' : 'rejected', () => dueIf(appealBy))(withoutReview(row), event);
    return after && { ...after, approvedCents };
  },
  [claimRecovered.type]: (row, { data }) => {
    const { month, amountCents, reimbursedCents } = data as DataOf<typeof claimRecovered>;
    return row && { ...row, reimbursedCents, months: { ...row.months, [month]: (row.months[month] ?? 0) - amountCents } };
  },
  [claimReimbursed.type]: (row, { data }) => {
    const { month, amountCents, reimbursedCents } = data as DataOf<typeof claimReimbursed>;
    return row && { ...row, reimbursedCents, months: { ...row.months, [month]: (row.months[month] ?? 0) + amountCents } };
  },
};

/** A person's own claims. */
export const ownClaims: Projection<ClaimRow> = {
  model: { name: 'benefits.own-claims', indexes: [] },
  prefix: 'clm',
  on: changes,
  place: ({ personId, submittedAt, claimId }) => ({ tenant: personId, order: `${submittedAt}:${claimId}`, indexed: {} }),
};

/** What validators have before them, by the date on which it is due. */
export const claimQueue: Projection<ClaimRow> = {
  model: { name: 'benefits.claim-queue', indexes: ['queued'] },
  prefix: 'clm',
  on: changes,
  place: ({ firmId, status, dueAt, reviewBy, claimId }) => {
    // While it is appealed nobody looks at what was approved before.
    const isReviewed = status === 'approved' && reviewBy !== undefined;
    return { tenant: firmId, order: `${(isReviewed ? reviewBy : dueAt) ?? ''}:${claimId}`, indexed: { queued: status === 'open' || status === 'second' || isReviewed ? 'yes' : 'no' } };
  },
};

/** What a firm owes its people for claims that were paid. */
export const firmReimbursements: Projection<ClaimRow> = {
  model: { name: 'benefits.firm-reimbursements', indexes: ['paid'] },
  prefix: 'clm',
  on: changes,
  place: ({ firmId, reimbursedCents, submittedAt, claimId }) => ({ tenant: firmId, order: `${submittedAt}:${claimId}`, indexed: { paid: reimbursedCents > 0 ? 'yes' : 'no' } }),
};
