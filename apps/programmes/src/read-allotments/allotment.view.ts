import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { fillText, problems } from '@salvatempo/contracts';
import { figuresOf, type Known } from '../domain/allotment';

export class AllotmentRefusalView {
  @ApiProperty() code!: string;
  @ApiProperty({ description: 'In Italian.' }) detail!: string;
  @ApiProperty() detailEn!: string;
}

export class AllotmentEndingView {
  @ApiProperty() reason!: string;
  @ApiProperty({ description: 'To be paid back by the firm, in euro cents.' }) recoverCents!: number;
  @ApiProperty({ description: 'On what is recovered, up to the day of the revocation.' }) interestCents!: number;
}

export class AllotmentView {
  @ApiProperty() allotmentId!: string;
  @ApiProperty() callId!: string;
  @ApiProperty() firmId!: string;
  @ApiProperty({ enum: ['pending', 'admissible', 'waiting', 'granted', 'refused', 'renounced', 'revoked'], description: '`admissible`: eligible for a ranked call, before its ranking; `waiting`: eligible and not funded, in its place.' }) status!: string;
  @ApiProperty({ description: 'Euro cents.' }) askedCents!: number;
  @ApiProperty({ description: 'Euro cents; always held + paid + free.' }) grantedCents!: number;
  @ApiProperty({ description: 'Set aside for purchases under way.' }) heldCents!: number;
  @ApiProperty() paidCents!: number;
  @ApiProperty() freeCents!: number;
  @ApiPropertyOptional({ description: 'Of a ranked call: place in the ranking, from 1.' }) place?: number;
  @ApiPropertyOptional({ type: AllotmentRefusalView }) refusal?: AllotmentRefusalView;
  @ApiPropertyOptional({ type: AllotmentEndingView, description: 'Of one that was renounced or revoked.' }) ending?: AllotmentEndingView;
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
  };
}

function statusOf(state: Known): string {
  if (state.status === 'requested') return 'pending';
  if (state.status === 'admitted') return state.facts.ranked ? 'waiting' : 'admissible';
  return state.status === 'ended' ? state.how : state.status;
}

/** A refusal with its published texts; a code without one stands alone. */
export function refusalView(code: string): AllotmentRefusalView {
  const text = problems[code];
  return { code, detail: text ? fillText(text.it) : code, detailEn: text ? fillText(text.en) : code };
}

/** How a grant ended; what was granted is from then on what was paid. */
export const endingView = ({ reason, recoverCents, interestCents }: AllotmentEndingView): AllotmentEndingView => ({ reason, recoverCents, interestCents });
