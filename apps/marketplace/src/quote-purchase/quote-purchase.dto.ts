import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { ANY_ID, idPattern } from '@salvatempo/kernel';
import type { PayWith } from '../domain/pay-with-hours';
import type { WhoPaysWhat } from '../domain/who-pays-what';
import type { Quote } from './quotes.handler';

export const PAY_WITH: readonly PayWith[] = ['hours', 'euro'];

export class QuoteQueryDto {
  @ApiProperty()
  @Matches(idPattern('off'))
  offerId!: string;

  @ApiPropertyOptional({ description: 'Only for somebody who works for several firms.' })
  @IsOptional()
  @Matches(ANY_ID)
  firmId?: string;

  @ApiPropertyOptional({ enum: PAY_WITH, description: 'What of the account pays; hours where they suffice by default. Where they don’t, euros do whatever is asked.' })
  @IsOptional()
  @IsIn(PAY_WITH)
  payWith?: PayWith;
}

export class ShareView {
  @ApiProperty({ enum: ['incentive', 'credit'] }) source!: 'incentive' | 'credit';
  @ApiProperty({ description: 'Euro cents.' }) amountCents!: number;
  @ApiPropertyOptional({ description: 'Minutes of credit in hours that pay it, where they do.' }) minutes?: number;
}

export class HoursOptionView {
  @ApiProperty({ description: 'What the purchase takes, in minutes: of the offer’s duration the part that credit pays of its price.' }) minutes!: number;
  @ApiProperty({ description: 'Minutes of the account that could pay such a service: of its letter, and worth its price an hour.' }) spendableMinutes!: number;
  @ApiProperty({ description: 'Whether they suffice.' }) isEnough!: boolean;
}

export class NetworkPriceView {
  @ApiProperty() networkId!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ description: 'What the offer costs firms outside of the network, in euro cents.' }) listPriceCents!: number;
}

/** What each quote says, whoever asks for it. */
export class QuotedView {
  @ApiProperty() offerId!: string;
  @ApiProperty() providerId!: string;
  @ApiProperty() firmId!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ description: 'Euro cents.' }) totalCents!: number;
  @ApiPropertyOptional({ type: NetworkPriceView, description: 'There where the price is a network’s.' }) networkPrice?: NetworkPriceView;
  @ApiPropertyOptional({ description: 'Title of the call that gives the incentive.' }) callTitle?: string;
}

export class QuoteView extends QuotedView {
  @ApiProperty({ description: 'Send it back with the purchase; a changed quote is refused.' }) quoteId!: string;
  @ApiProperty({ type: [ShareView], description: 'Who pays what, in the order in which they pay.' }) shares!: ShareView[];
  @ApiProperty({ description: 'Credit that can be spent now, in euro cents.' }) spendableCents!: number;
  @ApiProperty({ description: 'Credit that is missing for this purchase, in euro cents; 0 if it can be made.' }) missingCents!: number;
  @ApiPropertyOptional({ type: HoursOptionView, description: 'There where the account has hours and the offer is sold by time.' }) hours?: HoursOptionView;
  @ApiProperty({ enum: PAY_WITH, description: 'What of the account would pay by this quote.' }) paysWith!: PayWith;
  @ApiProperty({ description: 'Letter of TUIR art. 51 that the benefit counts for.' }) taxLetter!: string;
  @ApiProperty({ description: 'Days that the voucher may be good for at most.' }) maxValidityDays!: number;
}

/** What of a quote everybody is told. */
export const quotedView = ({ offer: { offerId, providerId, title, priceCents: listPriceCents }, price: { priceCents, network }, firmId }: Pick<Quote, 'offer' | 'price' | 'firmId'>, { incentive }: WhoPaysWhat): QuotedView => ({
  offerId,
  providerId,
  firmId,
  title,
  totalCents: priceCents,
  ...(network && { networkPrice: { networkId: network.networkId, title: network.title, listPriceCents } }),
  ...(incentive && { callTitle: incentive.terms.title }),
});
