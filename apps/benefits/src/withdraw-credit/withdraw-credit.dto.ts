import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsString, Length, Max, Min } from 'class-validator';

export class WithdrawCreditDto {
  @ApiProperty({ description: 'Euro cents.', minimum: 1 })
  @IsInt()
  @Min(1)
  @Max(100_000_000)
  amountCents!: number;

  @ApiProperty({ description: 'Why; kept in the ledger. No names.' })
  @IsString()
  @Length(3, 200)
  reason!: string;
}

export class WithdrawalView {
  @ApiProperty() accountId!: string;
  @ApiProperty({ description: 'Euro cents.' }) amountCents!: number;
  @ApiProperty({ description: 'What can be spent after it, in euro cents.' }) spendableCents!: number;
}
