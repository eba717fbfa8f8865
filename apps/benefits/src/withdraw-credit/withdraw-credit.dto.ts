import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsString, Length, Max, Min, ValidateIf } from 'class-validator';

export class WithdrawCreditDto {
  @ApiPropertyOptional({ description: 'Euro cents; left out where hours are taken back.', minimum: 1 })
  @ValidateIf(({ amountCents, minutes }: WithdrawCreditDto) => amountCents !== undefined || minutes === undefined)
  @IsInt()
  @Min(1)
  @Max(100_000_000)
  amountCents?: number;

  @ApiPropertyOptional({ description: 'Hours of service, in minutes, instead of euros.', minimum: 1 })
  @ValidateIf(({ minutes }: WithdrawCreditDto) => minutes !== undefined)
  @IsInt()
  @Min(1)
  @Max(60_000)
  minutes?: number;

  @ApiProperty({ description: 'Why; kept in the ledger. No names.' })
  @IsString()
  @Length(3, 200)
  reason!: string;
}

export class WithdrawalView {
  @ApiProperty() accountId!: string;
  @ApiProperty({ description: 'Euro cents; of hours what they were worth.' }) amountCents!: number;
  @ApiPropertyOptional({ description: 'Minutes that were taken back.' }) minutes?: number;
  @ApiProperty({ description: 'What can be spent after it, in euro cents.' }) spendableCents!: number;
  @ApiPropertyOptional({ description: 'Minutes that can be spent after it, of an account with hours.' }) spendableMinutes?: number;
}
