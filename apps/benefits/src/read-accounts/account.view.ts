import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export class LotHoursView {
  @ApiProperty({ description: 'Left to spend, in minutes.' }) freeMinutes!: number;
  @ApiProperty({ description: 'What an hour is worth, in euro cents: they pay services whose hour costs no more.' }) hourCents!: number;
}

export class LotView {
  @ApiProperty() lotId!: string;
  @ApiProperty({ description: 'Left to spend, in euro cents; 0 of a lot of hours.' }) freeCents!: number;
  @ApiPropertyOptional({ type: LotHoursView, description: 'Of a lot of hours.' }) hours?: LotHoursView;
  @ApiProperty({ description: 'Letter of TUIR art. 51.' }) letter!: string;
  @ApiPropertyOptional({ type: [String], description: 'A basket: it may be spent on any of these.' }) letters?: string[];
  @ApiProperty({ enum: ['plan', 'premio-di-risultato', 'gift', 'refund', 'carry-over', 'solidarity-pool'] }) origin!: string;
  @ApiProperty({ enum: ['EUR', 'HOUR'] }) unit!: string;
  @ApiProperty({ format: 'date-time' }) validFrom!: string;
  @ApiProperty({ format: 'date-time' }) validUntil!: string;
}

export class ThresholdView {
  @ApiProperty() year!: number;
  @ApiProperty({ description: 'Threshold of art. 51 c.3 that holds for the person, in euro cents.' }) thresholdCents!: number;
  @ApiProperty({ description: 'All that counts for it: value of benefits used, held, and declared of other employers, in euro cents.' }) usedCents!: number;
  @ApiProperty({ description: 'Of that, what was declared of other employers, in euro cents.' }) externalCents!: number;
  @ApiProperty({ description: 'Whether a dependent child is declared for the year, which makes the threshold higher.' }) dependentChild!: boolean;
  @ApiProperty({ description: 'Euro cents, never below 0.' }) leftCents!: number;
  @ApiProperty({ enum: ['free', 'near', 'reached', 'over'], description: '`near` from 80% on (docs/rules); `over`: the whole amount becomes taxable.' }) level!: string;
  @ApiProperty({ description: 'The dated table that says so, and the years of its row.', example: 'fringe-threshold 2025-2027' }) rule!: string;
  @ApiProperty({ description: 'By which norm.' }) norm!: string;
  @ApiProperty({ enum: ['primary', 'secondary', 'knowledge', 'unsure'] }) confidence!: string;
}

export class AccountView {
  @ApiProperty() accountId!: string;
  @ApiProperty() firmId!: string;
  @ApiProperty() personId!: string;
  @ApiProperty({ description: 'What can be spent now, in euro cents.' }) spendableCents!: number;
  @ApiPropertyOptional({ description: 'Of what can be spent, what nothing new is bought with while the firm is in default, in euro cents.' }) suspendedCents?: number;
  @ApiProperty({ description: 'Set aside for purchases under way, in euro cents.' }) heldCents!: number;
  @ApiPropertyOptional({ description: 'Hours of service that can be spent now, in minutes; of an account that has a lot of hours.' }) spendableMinutes?: number;
  @ApiPropertyOptional({ description: 'Set aside for purchases under way, in minutes.' }) heldMinutes?: number;
  @ApiProperty({ type: [LotView], description: 'What expires first is spent first.' }) lots!: LotView[];
  @ApiPropertyOptional({ type: ThresholdView, description: 'Of this year.' }) threshold?: ThresholdView;
}

export class AccountSummaryView {
  @ApiProperty() accountId!: string;
  @ApiProperty() firmId!: string;
  @ApiProperty() personId!: string;
  @ApiProperty() spendableCents!: number;
  @ApiProperty() heldCents!: number;
  @ApiPropertyOptional() spendableMinutes?: number;
  @ApiPropertyOptional() heldMinutes?: number;
}

export class AccountPage {
  @ApiProperty({ type: [AccountSummaryView] }) items!: AccountSummaryView[];
  @ApiPropertyOptional({ description: 'Give it back as `after`.' }) next?: string;
}

export class LedgerEntryView {
  @ApiProperty({ description: 'Counts the account’s events.' }) sequence!: number;
  @ApiProperty({ format: 'date-time' }) at!: string;
  @ApiProperty({ enum: ['credit-added', 'credit-held', 'credit-pinned', 'credit-spent', 'credit-released', 'credit-withdrawn', 'credit-refused', 'claim-credit-held', 'claim-credit-debited', 'claim-credit-released', 'claim-credit-refused', 'contribution-credit-held', 'contribution-credit-spent', 'contribution-credit-released', 'contribution-credit-refused', 'residue-settled', 'run-out-begun', 'run-out-ended', 'year-declared', 'year-settled', 'threshold-consented'] }) kind!: string;
  @ApiProperty({ description: 'Euro cents, never negative; the kind says which way.' }) amountCents!: number;
  @ApiPropertyOptional({ description: 'Minutes that moved, where hours did: then `amountCents` is the price that they pay, or what they are worth, and no euro of the account.' }) minutes?: number;
  @ApiPropertyOptional() purchaseId?: string;
  @ApiPropertyOptional() claimId?: string;
  @ApiPropertyOptional() contributionId?: string;
  @ApiPropertyOptional({ description: 'What could be spent after it, in euro cents.' }) spendableCents?: number;
  @ApiPropertyOptional({ description: 'Minutes that could be spent after it.' }) spendableMinutes?: number;
}

export class LedgerPage {
  @ApiProperty({ type: [LedgerEntryView] }) items!: LedgerEntryView[];
  @ApiPropertyOptional({ description: 'Give it back as `after`.' }) next?: string;
}
