import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { fillText, problems } from '@salvatempo/contracts';
import { figuresOf, type Known } from '../domain/allotment';

export class AllotmentRefusalView {
  @ApiProperty() code!: string;
  @ApiProperty({ description: 'In Italian.' }) detail!: string;
  @ApiProperty() detailEn!: string;
}

export class AllotmentView {
  @ApiProperty() allotmentId!: string;
  @ApiProperty() callId!: string;
  @ApiProperty() firmId!: string;
  @ApiProperty({ enum: ['pending', 'granted', 'refused'] }) status!: string;
  @ApiProperty({ description: 'Euro cents.' }) askedCents!: number;
  @ApiProperty({ description: 'Euro cents; always held + paid + free.' }) grantedCents!: number;
  @ApiProperty({ description: 'Set aside for purchases under way.' }) heldCents!: number;
  @ApiProperty() paidCents!: number;
  @ApiProperty() freeCents!: number;
  @ApiPropertyOptional({ type: AllotmentRefusalView }) refusal?: AllotmentRefusalView;
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
    status: state.status === 'requested' ? 'pending' : state.status,
    askedCents,
    grantedCents: state.status === 'granted' ? state.grantedCents : 0,
    ...figuresOf(state),
    ...(state.status === 'refused' && { refusal: refusalView(state.code) }),
  };
}

/** A refusal with its published texts; a code without one stands alone. */
export function refusalView(code: string): AllotmentRefusalView {
  const text = problems[code];
  return { code, detail: text ? fillText(text.it) : code, detailEn: text ? fillText(text.en) : code };
}
