import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import { ANY_ID, idPattern } from '@salvatempo/kernel';
import type { WhoPaysWhat } from '../domain/who-pays-what';
import type { Quote } from './quotes.handler';

export class QuoteQueryDto {
  @ApiProperty()
  @Matches(idPattern('off'))
  offerId!: string;

  @ApiPropertyOptional({ description: 'Only for somebody who works for several firms.' })
  @IsOptional()
  @Matches(ANY_ID)
  firmId?: string;
}

export class ShareView {
  @ApiProperty({ enum: ['incentive', 'credit'] }) source!: 'incentive' | 'credit';
  @ApiProperty({ description: 'Euro cents.' }) amountCents!: number;
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
