import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { fillText, problems } from '@salvatempo/contracts';
import { figuresOf, type Ended, type Known, type Report } from '../domain/allotment';

export class AllotmentRefusalView {
  @ApiProperty() code!: string;
  @ApiProperty({ description: 'In Italian.' }) detail!: string;
  @ApiProperty() detailEn!: string;
}

/** What interest was reckoned by: the table in this version, or another rate and why. */
export class InterestRuleView {
  @ApiPropertyOptional({ description: 'Of `docs/rules/recovery-interest.json`.' }) version?: string;
  @ApiPropertyOptional({ description: 'Yearly.' }) basisPoints?: number;
  @ApiPropertyOptional() reason?: string;
}

export class AllotmentEndingView {
  @ApiProperty() reason!: string;
  @ApiProperty({ description: 'To be paid back by the firm, in euro cents.' }) recoverCents!: number;
  @ApiProperty({ description: 'On what is recovered, up to the day of the revocation.' }) interestCents!: number;
  @ApiPropertyOptional({ type: InterestRuleView, description: 'Of a revoked one.' }) interestRule?: InterestRuleView;
}

/** How far the report of a spent grant has come. */
export class AllotmentReportView {
  @ApiProperty({ description: 'Euro cents.' }) reportedCents!: number;
  @ApiPropertyOptional({ description: 'Never more than was reported; what was paid beyond it is recovered.' }) admittedCents?: number;
  @ApiPropertyOptional({ description: 'Day in Rome.' }) verifiedOn?: string;
  @ApiPropertyOptional({ description: 'When the funder paid what was admitted, a day in Rome.' }) paidOn?: string;
  @ApiPropertyOptional({ description: 'Reference of the funder’s payment.' }) proof?: string;
}

export class AllotmentView {
  @ApiProperty() allotmentId!: string;
  @ApiProperty() callId!: string;
  @ApiProperty() firmId!: string;
  @ApiProperty({ enum: ['pending', 'admissible', 'waiting', 'granted', 'refused', 'spent', 'reported', 'verified', 'paid', 'renounced', 'revoked'], description: '`spent`: nothing more is bought with it; `paid`: by the funder; `admissible`: eligible for a ranked call, before its ranking; `waiting`: eligible and not funded, in its place.' }) status!: string;
  @ApiProperty({ description: 'Euro cents.' }) askedCents!: number;
  @ApiProperty({ description: 'Euro cents; always held + paid + free.' }) grantedCents!: number;
  @ApiProperty({ description: 'Set aside for purchases under way.' }) heldCents!: number;
  @ApiProperty() paidCents!: number;
  @ApiProperty() freeCents!: number;
  @ApiPropertyOptional({ description: 'Of a ranked call: place in the ranking, from 1.' }) place?: number;
  @ApiPropertyOptional({ type: AllotmentRefusalView }) refusal?: AllotmentRefusalView;
  @ApiPropertyOptional({ type: AllotmentEndingView, description: 'Of one whose spending is over, that was renounced or revoked.' }) ending?: AllotmentEndingView;
  @ApiPropertyOptional({ type: AllotmentReportView, description: 'Of a spent one that was reported.' }) report?: AllotmentReportView;
}

export class AllotmentPage {
  @ApiProperty({ type: [AllotmentView] }) items!: AllotmentView[];
  @ApiPropertyOptional({ description: 'Give it back as `after`.' }) next?: string;
}

/** An allotment as people see it. */
export function allotmentView(state: Known): AllotmentView {
  const { allotmentId, callId, firmId, askedCents } = state;
  return {
    allotmentId,
    callId,
    firmId,
    status: statusOf(state),
    askedCents,
    grantedCents: state.status === 'granted' ? state.grantedCents : figuresOf(state).paidCents,
    ...figuresOf(state),
    ...('facts' in state && state.facts?.ranked && { place: state.facts.ranked.place }),
    ...(state.status === 'refused' && { refusal: refusalView(state.code) }),
    ...(state.status === 'ended' && { ending: endingView(state) }),
    ...(state.status === 'ended' && state.report && { report: reportView(state.report) }),
  };
}

function statusOf(state: Known): string {
  if (state.status === 'requested') return 'pending';
  if (state.status === 'admitted') return state.facts.ranked ? 'waiting' : 'admissible';
  return state.status === 'ended' ? (state.report?.stage ?? state.how) : state.status;
}

/** A refusal with its published texts; a code without one stands alone. */
export function refusalView(code: string): AllotmentRefusalView {
  const text = problems[code];
  return { code, detail: text ? fillText(text.it) : code, detailEn: text ? fillText(text.en) : code };
}

/** How a grant ended; what was granted is from then on what was paid. */
export const endingView = ({ reason, recoverCents, interestCents, interestRule }: Pick<Ended, 'reason' | 'recoverCents' | 'interestCents' | 'interestRule'>): AllotmentEndingView => ({
  reason,
  recoverCents,
  interestCents,
  ...(interestRule && { interestRule: { ...interestRule } as InterestRuleView }),
});

const reportView = ({ stage: _, ...report }: Report): AllotmentReportView => ({ ...report });
