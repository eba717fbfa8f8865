import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import { ANY_ID, idPattern } from '@salvatempo/kernel';
import type { Price } from '../domain/network-price';

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

/** The network whose price was quoted; nothing where it is the list's. */
export const networkPriceView = (offer: { readonly priceCents: number }, { network }: Price): { networkPrice?: NetworkPriceView } =>
  network ? { networkPrice: { networkId: network.networkId, title: network.title, listPriceCents: offer.priceCents } } : {};

export class QuoteView {
  @ApiProperty({ description: 'Send it back with the purchase; a changed quote is refused.' }) quoteId!: string;
  @ApiProperty() offerId!: string;
  @ApiProperty() providerId!: string;
  @ApiProperty() firmId!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ description: 'Euro cents.' }) totalCents!: number;
  @ApiPropertyOptional({ type: NetworkPriceView, description: 'There where the price is a network’s.' }) networkPrice?: NetworkPriceView;
  @ApiProperty({ type: [ShareView], description: 'Who pays what, in the order in which they pay.' }) shares!: ShareView[];
  @ApiPropertyOptional({ description: 'Title of the call that gives the incentive.' }) callTitle?: string;
  @ApiProperty({ description: 'Credit that can be spent now, in euro cents.' }) spendableCents!: number;
  @ApiProperty({ description: 'Credit that is missing for this purchase, in euro cents; 0 if it can be made.' }) missingCents!: number;
  @ApiProperty({ description: 'Letter of TUIR art. 51 that the benefit counts for.' }) taxLetter!: string;
  @ApiProperty({ description: 'Days that the voucher may be good for at most.' }) maxValidityDays!: number;
}
