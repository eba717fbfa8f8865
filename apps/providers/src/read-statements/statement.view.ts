import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export class StatementView {
  @ApiProperty() statementId!: string;
  @ApiProperty({ description: 'Calendar month in Rome.', example: '2026-11' }) month!: string;
  @ApiProperty({ description: 'What the provider is due for the month, in euro cents.' }) dueCents!: number;
  @ApiProperty({ description: 'Settled purchases in it.' }) entries!: number;
}

export class StatementPage {
  @ApiProperty({ type: [StatementView] }) items!: StatementView[];
  @ApiPropertyOptional({ description: 'Give it back as `after`.' }) next?: string;
}

export class StatementEntryView {
  @ApiProperty() purchaseId!: string;
  @ApiProperty({ description: 'Euro cents.' }) amountCents!: number;
  @ApiProperty({ format: 'date-time' }) settledAt!: string;
}

export class StatementEntryPage {
  @ApiProperty({ type: [StatementEntryView] }) items!: StatementEntryView[];
  @ApiPropertyOptional({ description: 'Give it back as `after`.' }) next?: string;
}
