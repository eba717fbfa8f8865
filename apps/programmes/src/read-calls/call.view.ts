import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { CallTerms, FundFigures } from '@salvatempo/contracts';
import { OwedView } from '../record-repayment/recovery.view';
import { RankingTermsView } from './points-table.view';

export class FundView {
  @ApiProperty({ description: 'Euro cents; always committed + paid + free.' }) budgetCents!: number;
  @ApiProperty({ description: 'Reserved for firms and not paid yet.' }) committedCents!: number;
  @ApiProperty({ description: 'Paid for services that were rendered.' }) paidCents!: number;
  @ApiProperty({ description: 'Not promised to anybody.' }) freeCents!: number;
}

/** The rules that not every call has. */
class CallRulesView {
  @ApiPropertyOptional({ description: 'Codice unico di progetto.' }) cup?: string;
  @ApiPropertyOptional({ description: 'The public body that pays.' }) funder?: string;
  @ApiPropertyOptional({ enum: ['de-minimis-1407', 'de-minimis-2831', 'de-minimis-2832'] }) aidRegime?: string;
  @ApiPropertyOptional({ enum: ['refuse', 'reduce'] }) onAidExcess?: string;
  @ApiPropertyOptional({ type: [String], description: 'ATECO codes, or their beginnings.' }) eligibleSectors?: string[];
  @ApiPropertyOptional() artisansAdmitted?: boolean;
  @ApiPropertyOptional({ type: [String], description: 'Belfiore codes.' }) eligibleMunicipalities?: string[];
  @ApiPropertyOptional({ type: [String] }) requiredMemberships?: string[];
  @ApiPropertyOptional() declarationDays?: number;
  @ApiPropertyOptional() noDoubleFunding?: boolean;
  @ApiPropertyOptional({ description: 'Euro cents.' }) orderCapCents?: number;
  @ApiPropertyOptional({ description: 'Euro cents.' }) minSpendCents?: number;
  @ApiPropertyOptional({ description: 'Basis points.' }) excludedVatBasisPoints?: number;
  @ApiPropertyOptional({ type: [String] }) evidence?: string[];
  @ApiPropertyOptional() textVersion?: string;
  @ApiPropertyOptional({ description: 'Only of one call, not in lists.' }) text?: string;
  @ApiPropertyOptional({ type: RankingTermsView, description: 'Of a ranked call; one without decides applications as they come.' }) ranking?: RankingTermsView;
}

export class CallView extends CallRulesView {
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
  @ApiPropertyOptional({ type: OwedView, description: 'What firms paid back so far; in no figure of the fund.' }) recovered?: OwedView;
}

export class CallPage {
  @ApiProperty({ type: [CallView] }) items!: CallView[];
  @ApiProperty({ required: false, description: 'Give it back as `after`.' }) next?: string;
}

interface Seen {
  readonly callId: string;
  readonly terms: CallTerms;
  readonly fund: FundFigures;
  readonly text?: string;
  readonly recovered?: OwedView;
}

/** A call as people see it. */
export const callView = ({ callId, terms, fund, text, recovered }: Seen): CallView => ({
  callId,
  ...structuredClone(terms),
  ...(text !== undefined && { text }),
  fund: { ...fund },
  ...(recovered && { recovered: { ...recovered } }),
});
