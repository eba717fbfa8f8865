import {
  claimAppealed, claimApprovalProposed, claimApproved, claimIntegrated, claimOpened, claimReimbursed, claimRejected, claimSubmitted, claimWithdrawn, integrationAsked,
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

const changes: Readonly<Record<string, Change>> = {
  [claimSubmitted.type]: (_, { data, time }) => {
    const { claimId, firmId, personId, askedCents } = data as DataOf<typeof claimSubmitted>;
    return { claimId, firmId, personId, status: 'checking', askedCents, approvedCents: 0, reimbursedCents: 0, submittedAt: time, months: {} };
  },
  [claimOpened.type]: becomes('open', ({ decideBy }: DataOf<typeof claimOpened>) => ({ dueAt: decideBy })),
  [claimIntegrated.type]: becomes('open', ({ decideBy }: DataOf<typeof claimIntegrated>) => ({ dueAt: decideBy })),
  [claimApprovalProposed.type]: (row) => row && { ...row, status: 'second' },
  [integrationAsked.type]: becomes('integration', ({ answerBy }: DataOf<typeof integrationAsked>) => ({ dueAt: answerBy })),
  [claimAppealed.type]: becomes('checking'),
  [claimApproved.type]: (row, event) => {
    const { approvedCents, appealBy } = event.data as DataOf<typeof claimApproved>;
    const after = becomes('approved', () => dueIf(appealBy))(row, event);
    return after && { ...after, approvedCents };
  },
  [claimRejected.type]: (row, event) => {
    const { approvedCents, appealBy } = event.data as DataOf<typeof claimRejected>;
    return becomes(approvedCents > 0 ? 'approved' : 'rejected', () => dueIf(appealBy))(row, event);
  },
  [claimWithdrawn.type]: (row, event) => becomes(statusAfterWithdrawal(event.data as DataOf<typeof claimWithdrawn>))(row, event),
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
  place: ({ firmId, status, dueAt, claimId }) => ({ tenant: firmId, order: `${dueAt ?? ''}:${claimId}`, indexed: { queued: status === 'open' || status === 'second' ? 'yes' : 'no' } }),
};

/** What a firm owes its people for claims that were paid. */
export const firmReimbursements: Projection<ClaimRow> = {
  model: { name: 'benefits.firm-reimbursements', indexes: ['paid'] },
  prefix: 'clm',
  on: changes,
  place: ({ firmId, reimbursedCents, submittedAt, claimId }) => ({ tenant: firmId, order: `${submittedAt}:${claimId}`, indexed: { paid: reimbursedCents > 0 ? 'yes' : 'no' } }),
};
