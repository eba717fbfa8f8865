import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length, Matches } from 'class-validator';

export class RedeemVoucherDto {
  @ApiProperty({ description: 'Code on the voucher; spaces and dashes are ignored.', example: 'A1B2-C3D4-E5F6-G7H8' })
  @IsString()
  @Length(16, 40)
  code!: string;

  @ApiProperty({ description: 'Codice fiscale of the person who is there, as on the card.', example: 'RSSMRA85T10A562S' })
  @IsString()
  @Matches(/^[A-Za-z0-9]{16}$/)
  holderFiscalCode!: string;
}

export class RedemptionView {
  @ApiProperty() voucherId!: string;
  @ApiProperty() purchaseId!: string;
  @ApiProperty({ description: 'Euro cents.' }) valueCents!: number;
  @ApiProperty({ format: 'date-time' }) redeemedAt!: string;
}
