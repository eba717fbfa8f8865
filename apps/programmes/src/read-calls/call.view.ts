import { ApiProperty } from '@nestjs/swagger';
import type { CallTerms, FundFigures } from '@salvatempo/contracts';

export class FundView {
  @ApiProperty({ description: 'Euro cents; always committed + paid + free.' }) budgetCents!: number;
  @ApiProperty({ description: 'Reserved for firms and not paid yet.' }) committedCents!: number;
  @ApiProperty({ description: 'Paid for services that were rendered.' }) paidCents!: number;
  @ApiProperty({ description: 'Not promised to anybody.' }) freeCents!: number;
}

export class CallView {
  @ApiProperty() callId!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ description: 'Share of the price in basis points; 7000 is 70%.' }) incentiveBasisPoints!: number;
  @ApiProperty({ description: 'Euro cents.' }) firmCapCents!: number;
  @ApiProperty({ description: 'Euro cents.' }) personCapCents!: number;
  @ApiProperty() maxHeadcount!: number;
  @ApiProperty({ enum: ['employees', 'occupati'] }) headcountBasis!: string;
  @ApiProperty({ type: [String] }) eligibleServiceCodes!: string[];
  @ApiProperty({ format: 'date-time' }) opensAt!: string;
  @ApiProperty({ format: 'date-time' }) closesAt!: string;
  @ApiProperty({ type: FundView }) fund!: FundView;
}

export class CallPage {
  @ApiProperty({ type: [CallView] }) items!: CallView[];
  @ApiProperty({ required: false, description: 'Give it back as `after`.' }) next?: string;
}

/** A call as people see it. */
export const callView = ({ callId, terms, fund }: { readonly callId: string; readonly terms: CallTerms; readonly fund: FundFigures }): CallView => ({
  callId,
  title: terms.title,
  incentiveBasisPoints: terms.incentiveBasisPoints,
  firmCapCents: terms.firmCapCents,
  personCapCents: terms.personCapCents,
  maxHeadcount: terms.maxHeadcount,
  headcountBasis: terms.headcountBasis,
  eligibleServiceCodes: [...terms.eligibleServiceCodes],
  opensAt: terms.opensAt,
  closesAt: terms.closesAt,
  fund: { ...fund },
});
