import { ApiProperty } from '@nestjs/swagger';
import { PAYMENT_REFERENCE } from '@salvatempo/contracts';
import { IsInt, IsISO8601, IsString, Matches, Max, Min } from 'class-validator';

export class RecordRepaymentDto {
  @ApiProperty({ minimum: 1, maximum: 100_000_000_000, description: 'Euro cents; no more than what is owed on that day.' })
  @IsInt()
  @Min(1)
  @Max(100_000_000_000)
  amountCents!: number;

  @ApiProperty({ description: 'A day in Rome: not before the revocation (or verification), nor before the last repayment, nor in the future.', example: '2026-11-26' })
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  @IsISO8601({ strict: true })
  paidOn!: string;

  @ApiProperty({ maxLength: 50, pattern: PAYMENT_REFERENCE.source, description: 'Reference of the payment: number of the transfer, without other words.', example: 'CRO 12345678901' })
  @IsString()
  @Matches(PAYMENT_REFERENCE)
  proof!: string;
}
