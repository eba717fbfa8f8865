import { ApiProperty } from '@nestjs/swagger';
import { PAYMENT_REFERENCE } from '@salvatempo/contracts';
import { IsInt, IsISO8601, IsString, Matches, Max, Min } from 'class-validator';
import { RenounceAllotmentDto } from '../end-allotment/end-allotment.dto';

/** Why; each change of a grant has a reason. */
export class ReportAllotmentDto extends RenounceAllotmentDto {}

export class VerifyAllotmentDto extends RenounceAllotmentDto {
  @ApiProperty({ minimum: 0, maximum: 100_000_000_000, description: 'Euro cents; never more than was reported.' })
  @IsInt()
  @Min(0)
  @Max(100_000_000_000)
  admittedCents!: number;
}

export class PayAllotmentDto extends RenounceAllotmentDto {
  @ApiProperty({ description: 'A day in Rome, from that of the verification on.', example: '2026-11-26' })
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  @IsISO8601({ strict: true })
  paidOn!: string;

  @ApiProperty({ maxLength: 50, pattern: PAYMENT_REFERENCE.source, description: 'Reference of the payment: number of the order or of the transfer, without other words.', example: 'mandato 418/2026' })
  @IsString()
  @Matches(PAYMENT_REFERENCE)
  proof!: string;
}
