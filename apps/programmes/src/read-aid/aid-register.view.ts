import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { AidRow } from '@salvatempo/contracts';

export class AidRowView {
  @ApiProperty() rowId!: string;
  @ApiProperty() firmId!: string;
  @ApiProperty({ enum: ['de-minimis-1407', 'de-minimis-2831', 'de-minimis-2832'] }) regime!: string;
  @ApiProperty({ description: 'Euro cents.' }) amountCents!: number;
  @ApiProperty({ description: 'Day in Rome.' }) grantedOn!: string;
  @ApiProperty({ enum: ['granted', 'declared'] }) source!: string;
  @ApiPropertyOptional() callId?: string;
  @ApiPropertyOptional({ description: 'Number in the national register.' }) cor?: string;
  @ApiPropertyOptional() cup?: string;
  @ApiPropertyOptional({ description: 'Until then the date of the act is to be sent.' }) actDueOn?: string;
  @ApiPropertyOptional({ description: 'The date of the act that was sent.' }) actOn?: string;
  @ApiPropertyOptional({ description: 'It was not sent in time.' }) actOverdue?: boolean;
}

export class AidRowsView {
  @ApiProperty({ type: [AidRowView] }) items!: AidRowView[];
}

export class AidCeilingView {
  @ApiProperty() regime!: string;
  @ApiProperty({ description: 'Euro cents, of the whole undertaking.' }) ceilingCents!: number;
  @ApiProperty({ description: 'Granted, declared and held within the window, by all its firms.' }) usedCents!: number;
  @ApiProperty() freeCents!: number;
  @ApiProperty({ description: 'Version of the table.' }) ruleVersion!: string;
}

/** Visura de minimis of a firm: its own rows, and the ceilings of the undertaking that it belongs to. */
export class AidRegisterView {
  @ApiProperty() registerId!: string;
  @ApiProperty({ type: [String], description: 'The firms of the single undertaking, this one too; a firm sees only itself.' }) firmIds!: string[];
  @ApiProperty({ type: [AidCeilingView], description: 'Of each regulation in force today.' }) ceilings!: AidCeilingView[];
  @ApiProperty({ type: [AidRowView], description: 'Newest last; a firm sees only its own.' }) rows!: AidRowView[];
}

export const aidRowView = (row: AidRow): AidRowView => ({ ...row });
