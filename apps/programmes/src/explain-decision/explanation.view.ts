import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export class ReasonView {
  @ApiProperty({ description: 'The code of the refusal that it is, or would be; of a criterion of the points table its own.' }) code!: string;
  @ApiProperty({ description: 'Whether it spoke for the firm.' }) holds!: boolean;
  @ApiProperty({ description: 'What was asked and what was found, in Italian.' }) detail!: string;
}

/** Perché sì, perché no. */
export class ExplanationView {
  @ApiProperty() allotmentId!: string;
  @ApiProperty({ enum: ['granted', 'refused', 'waiting'] }) outcome!: string;
  @ApiPropertyOptional({ description: 'Of a refusal.' }) code?: string;
  @ApiPropertyOptional({ description: 'Place among the decisions of the fund, of a ranked call in the ranking; from 1.' }) place?: number;
  @ApiPropertyOptional({ description: 'Version of the call’s text.' }) textVersion?: string;
  @ApiProperty({ type: [ReasonView] }) reasons!: ReasonView[];
}
