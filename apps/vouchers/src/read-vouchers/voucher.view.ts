import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export class VoucherView {
  @ApiProperty() voucherId!: string;
  @ApiProperty() purchaseId!: string;
  @ApiProperty({ enum: ['issued', 'redeemed', 'cancelled', 'expired'] }) status!: string;
  @ApiPropertyOptional({ description: 'Only for the holder, and only while it can be used; in groups of four.' }) code?: string;
  @ApiProperty() title!: string;
  @ApiProperty({ description: 'Nominal value in euro cents.' }) valueCents!: number;
  @ApiProperty({ description: 'Letter of TUIR art. 51.' }) taxLetter!: string;
  @ApiProperty() holderPersonId!: string;
  @ApiPropertyOptional() holderName?: string;
  @ApiPropertyOptional({ description: 'Last four characters of the codice fiscale.' }) holderFiscalCodeTail?: string;
  @ApiProperty() firmId!: string;
  @ApiPropertyOptional() firmName?: string;
  @ApiProperty() providerId!: string;
  @ApiPropertyOptional() providerName?: string;
  @ApiPropertyOptional() providerVatNumber?: string;
  @ApiProperty({ format: 'date-time' }) issuedAt!: string;
  @ApiProperty({ format: 'date-time' }) expiresAt!: string;
  @ApiPropertyOptional({ format: 'date-time', description: 'When it was redeemed, cancelled or expired.' }) endedAt?: string;
}

export class VoucherPage {
  @ApiProperty({ type: [VoucherView] }) items!: VoucherView[];
  @ApiPropertyOptional({ description: 'Give it back as `after`.' }) next?: string;
}
