import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { MayBeLeftOut } from '@salvatempo/http';
import { ANY_ID, idPattern } from '@salvatempo/kernel';
import { IsIn, IsISO8601, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import type { PayWith } from '../domain/pay-with-hours';
import { PAY_WITH } from '../quote-purchase/quote-purchase.dto';

export class RequestPurchaseDto {
  @ApiProperty()
  @Matches(idPattern('off'))
  offerId!: string;

  @ApiProperty({ description: 'The quote that was seen.' })
  @Matches(idPattern('quo'))
  quoteId!: string;

  @ApiProperty({ description: 'The total that was seen, in euro cents.' })
  @IsInt()
  @Min(1)
  @Max(100_000_000)
  totalCents!: number;

  @ApiPropertyOptional({ format: 'date-time', description: 'Last instant of the voucher, within the offer’s maximum; by default the end of its last day.' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  @IsISO8601({ strict: true, strictSeparator: true })
  expiresAt?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @Matches(ANY_ID)
  firmId?: string;

  @ApiPropertyOptional({ enum: PAY_WITH, description: 'As the quote was asked.' })
  @IsOptional()
  @IsIn(PAY_WITH)
  payWith?: PayWith;

  @ApiPropertyOptional({ description: 'Where it takes the buyer above the threshold of art. 51 c.3 and the firm lets them agree: up to how much of the year’s benefits they agree to have taxed, in euro cents, as the simulation told.', minimum: 1 })
  @MayBeLeftOut()
  @IsInt()
  @Min(1)
  @Max(100_000_000)
  thresholdConsentCents?: number;
}
