import { ApiProperty } from '@nestjs/swagger';
import { PAYMENT_REFERENCE } from '@salvatempo/contracts';
import { DATE } from '@salvatempo/http';
import { IsInt, IsString, Matches, Max, Min } from 'class-validator';

export class RecordTransferDto {
  @ApiProperty({ minimum: 1, maximum: 100_000_000, description: 'Euro cents that came.' })
  @IsInt()
  @Min(1)
  @Max(100_000_000)
  amountCents!: number;

  @ApiProperty({ description: 'Day in Rome of the bank’s credit.', example: '2026-11-26' })
  @Matches(DATE)
  receivedOn!: string;

  @ApiProperty({ maxLength: 50, pattern: PAYMENT_REFERENCE.source, description: 'The bank’s own reference of the transfer, without other words.', example: 'CRO 1234567890' })
  @IsString()
  @Matches(PAYMENT_REFERENCE)
  bankReference!: string;
}
