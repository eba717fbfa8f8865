import { ApiProperty } from '@nestjs/swagger';

/** What going above the threshold of art. 51 c.3 comes to. Euro cents. */
export class ThresholdCrossingView {
  @ApiProperty() taxYear!: number;
  @ApiProperty({ description: 'That holds for the person.' }) thresholdCents!: number;
  @ApiProperty({ description: 'Of the threshold, before.' }) leftCents!: number;
  @ApiProperty({ description: 'All that this employer would have given in the year: it becomes taxable, and contributions are due on it. What is agreed to.' }) taxableCents!: number;
  @ApiProperty({ description: 'What others gave, as declared: taxed there, or with the return.' }) externalCents!: number;
}
