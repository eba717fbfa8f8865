import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export class CriterionView {
  @ApiProperty() code!: string;
  @ApiProperty({ description: 'What a firm that fulfils it gets.' }) points!: number;
  @ApiProperty({ description: 'In Italian.' }) text!: string;
  @ApiProperty({ enum: ['employees', 'occupati', 'sector', 'municipality', 'membership', 'artisan', 'no-other-funding'], description: 'What of the firm it looks at.' }) about!: string;
  @ApiPropertyOptional({ description: 'Of a headcount, included.' }) from?: number;
  @ApiPropertyOptional({ description: 'Of a headcount, included.' }) to?: number;
  @ApiPropertyOptional({ type: [String], description: 'Of a sector, a Comune or a membership.' }) oneOf?: string[];
}

/** What makes a call a ranked one. */
export class RankingTermsView {
  @ApiProperty({ description: 'Version of the points table.' }) version!: string;
  @ApiProperty({ format: 'date-time', description: 'Applications are taken until here.' }) applicationsCloseAt!: string;
  @ApiProperty({ description: 'SHA-256 of the seed that decides between equal points; the seed is revealed with the ranking.' }) seedHash!: string;
  @ApiProperty({ type: [CriterionView] }) criteria!: CriterionView[];
}
