import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ANY_ID, idPattern } from '@salvatempo/kernel';
import { IsOptional, Matches } from 'class-validator';
import { QuotedView } from '../quote-purchase/quote-purchase.dto';
import { RefusalView } from '../read-purchases/purchase.view';

export class OwnQuoteQueryDto {
  @ApiProperty()
  @Matches(idPattern('off'))
  offerId!: string;

  @ApiPropertyOptional({ description: 'Only for somebody who has several firms.' })
  @IsOptional()
  @Matches(ANY_ID)
  firmId?: string;
}

export class OwnShareView {
  @ApiProperty({ enum: ['incentive', 'own'], description: 'own: what the owner would transfer before anything is issued.' }) source!: 'incentive' | 'own';
  @ApiProperty({ description: 'Euro cents.' }) amountCents!: number;
}

export class OwnQuoteView extends QuotedView {
  @ApiProperty({ description: 'To be sent with the request; it changes when anything of the quote does.' }) quoteId!: string;
  @ApiProperty({ type: [OwnShareView], description: 'Who pays what, in the order in which they pay.' }) shares!: OwnShareView[];
  @ApiProperty({ description: 'Days for which the order receipt is valid from the transfer’s receipt.' }) maxValidityDays!: number;
  @ApiProperty({ description: 'Days for which the transfer is awaited.' }) transferDays!: number;
  @ApiPropertyOptional({ type: RefusalView, description: 'Why it can’t be bought now, where it can’t.' }) obstacle?: RefusalView;
}
