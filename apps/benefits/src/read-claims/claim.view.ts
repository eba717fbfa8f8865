import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { claimAppealed, claimApprovalProposed, claimApproved, claimIntegrated, claimRecovered, claimRejected, claimReviewConfirmed, claimReviewDrawn, claimWithdrawn, integrationAsked, type DataOf, type Envelope } from '@salvatempo/contracts';
import { decided, ProblemError, type Answer } from '@salvatempo/http';
import type { Outcome } from '@salvatempo/messaging';
import { ThresholdCrossingView } from '../read-accounts/threshold-crossing.view';
import { refusalOn } from '../claim-rules/claim-rules.table';
import type { Claim, ClaimPersonal, ClaimStatus } from '../domain/claim';
import type { Finding } from '../domain/claim-facts';
import { isWarning } from '../domain/claim-rules';
import { statusAfterWithdrawal } from '../withdraw-claim/withdraw-claim.decider';

const STATUSES = ['checking', 'open', 'second', 'integration', 'approved', 'rejected', 'withdrawn'];

export class FindingView {
  @ApiProperty({ description: '`R01` to `R13`.' }) rule!: string;
  @ApiProperty() code!: string;
  @ApiProperty({ enum: ['refusal', 'warning'] }) kind!: string;
  @ApiProperty({ description: 'What to do, in Italian.' }) text!: string;
  @ApiProperty() textEn!: string;
}

export class ClaimCheckView {
  @ApiProperty({ description: 'Whether it could be sent as it is.' }) allowed!: boolean;
  @ApiProperty({ type: [FindingView] }) findings!: FindingView[];
  @ApiProperty({ description: 'Up to how much credit there is for it now, in euro cents.' }) payableCents!: number;
  @ApiPropertyOptional({ type: ThresholdCrossingView, description: 'There where it takes the claimant above the threshold and the firm lets them agree to that.' }) consent?: ThresholdCrossingView;
}

/** Figures alone: answers are kept for a day, and what a claim is about isn't. */
export class ClaimRefView {
  @ApiProperty() claimId!: string;
  @ApiProperty({ enum: STATUSES }) status!: string;
  @ApiProperty({ description: 'Euro cents.' }) askedCents!: number;
  @ApiProperty({ description: 'Euro cents, never above what was asked.' }) approvedCents!: number;
  @ApiProperty({ description: 'Euro cents, never above what was approved; the rest waits for credit.' }) reimbursedCents!: number;
  @ApiPropertyOptional({ format: 'date-time', description: 'Until when the next step is due: a decision, what was asked for, or an appeal.' }) dueAt?: string;
}

/** What a change made of a claim, by its event alone: a repeat is told the same. */
export class ClaimChangeView {
  @ApiProperty() claimId!: string;
  @ApiPropertyOptional({ enum: STATUSES, description: 'Left out for a comment, which changes nothing.' }) status?: string;
}

export class ClaimNoteView {
  @ApiProperty({ enum: ['claimant', 'validator'] }) by!: string;
  @ApiProperty({ format: 'date-time' }) at!: string;
  @ApiProperty() text!: string;
}

export class ClaimReasonView {
  @ApiProperty() code!: string;
  @ApiProperty({ description: 'What to do, in Italian.' }) text!: string;
  @ApiProperty() textEn!: string;
}

/** Everything about a claim: for the claimant and for validators. */
export class ClaimView extends ClaimRefView {
  @ApiProperty({ format: 'date' }) claimedOn!: string;
  @ApiProperty({ description: 'Whether this is the second round, decided by somebody else.' }) appealed!: boolean;
  @ApiProperty({ description: 'What the claimant said of the expense.', type: Object }) facts!: object;
  @ApiPropertyOptional({ description: 'The relative’s.' }) fiscalCode?: string;
  @ApiPropertyOptional({ type: ClaimReasonView, description: 'Why it was refused, approved in part, or what is asked for.' }) reason?: ClaimReasonView;
  @ApiProperty({ type: [String], description: 'Of its files, the document itself first.' }) documentIds!: string[];
  @ApiProperty({ type: [ClaimNoteView], description: 'Oldest first.' }) notes!: ClaimNoteView[];
}

export const claimRefView = ({ claimId, status, askedCents, approvedCents, reimbursedCents, dueAt }: Claim): ClaimRefView => ({
  ...{ claimId, status, askedCents, approvedCents, reimbursedCents },
  ...(dueAt === undefined ? {} : { dueAt }),
});

const STATUS_AFTER: Readonly<Record<string, ClaimStatus>> = {
  [claimApproved.type]: 'approved',
  [claimApprovalProposed.type]: 'second',
  [integrationAsked.type]: 'integration',
  [claimIntegrated.type]: 'open',
  [claimAppealed.type]: 'checking',
  [claimReviewDrawn.type]: 'approved',
  [claimReviewConfirmed.type]: 'approved',
};

/** The answer to whoever changed a claim: told by the events of the change, so that a repeat says the same. Throws ProblemError for a refusal. */
export function claimAnswer(claimId: string, outcome: Outcome<Claim>): Answer<ClaimChangeView> {
  const { events, sequence } = decided(outcome);
  return { status: 200, body: claimChangeView(claimId, events), position: `${claimId}:${sequence}` };
}

function claimChangeView(claimId: string, events: readonly Envelope[]): ClaimChangeView {
  const last = events.at(-1);
  if (!last) return { claimId };
  if (last.type === claimWithdrawn.type) return { claimId, status: statusAfterWithdrawal(last.data as DataOf<typeof claimWithdrawn>) };
  if (last.type === claimRecovered.type) return { claimId, status: (last.data as DataOf<typeof claimRecovered>).reimbursedCents > 0 ? 'approved' : 'rejected' };
  const status = STATUS_AFTER[last.type];
  if (last.type !== claimRejected.type) return { claimId, ...(status === undefined ? {} : { status }) };
  return { claimId, status: (last.data as DataOf<typeof claimRejected>).approvedCents > 0 ? 'approved' : 'rejected' };
}

export function claimView(state: Claim, { facts, fiscalCode, claimedOn, code, notes }: ClaimPersonal): ClaimView {
  const reason = code === undefined ? undefined : refusalOn(code, claimedOn);
  return {
    ...claimRefView(state),
    claimedOn,
    appealed: state.appealed,
    documentIds: [...state.documentIds],
    facts,
    ...(fiscalCode === undefined ? {} : { fiscalCode }),
    ...(reason && { reason: { code: reason.code, text: reason.it, textEn: reason.en } }),
    notes: notes.map(({ by, at, text }) => ({ by, at, text })),
  };
}

export const findingViews = (findings: readonly Finding[], day: string): FindingView[] =>
  findings.map((finding) => {
    const row = refusalOn(finding.code, day);
    return { ...finding, kind: isWarning(finding) ? 'warning' : 'refusal', text: row?.it ?? finding.code, textEn: row?.en ?? finding.code };
  });

/** The problem that findings are: each with its rule as the field, and what to do as the message. */
export const refusedBy = (findings: readonly Finding[], day: string): ProblemError =>
  new ProblemError('claim-refused', { errors: findingViews(findings, day).map(({ rule, code, text }) => ({ field: rule, code, message: text })) });
