import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export class StateChangeView {
  @ApiProperty({ enum: ['submitted', 'admissible', 'aid-checked', 'ranked', 'granted', 'refused', 'spent', 'reported', 'verified', 'paid', 'renounced', 'revoked', 'repaid'] }) status!: string;
  @ApiProperty() at!: string;
  @ApiProperty({ enum: ['firm', 'operator', 'call'], description: 'Whose part it is; a call decides by its rules. An operator may close and report for a firm: `by` tells.' }) role!: string;
  @ApiPropertyOptional({ description: 'The person, where recorded.' }) by?: string;
  @ApiPropertyOptional({ description: 'Of a refusal its code.' }) reason?: string;
}

/** Each state that an application came to, in their order. */
export class AllotmentHistoryView {
  @ApiProperty() allotmentId!: string;
  @ApiProperty({ type: [StateChangeView] }) changes!: StateChangeView[];
}
