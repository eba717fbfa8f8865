import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export class VoucherView {
  @ApiProperty() voucherId!: string;
  @ApiProperty() purchaseId!: string;
  @ApiProperty({ enum: ['issued', 'redeemed', 'cancelled', 'expired'] }) status!: string;
  @ApiPropertyOptional({ description: 'Only for the holder, and only while it can be used; in groups of four.' }) code?: string;
  @ApiProperty() title!: string;
  @ApiProperty({ description: 'Nominal value in euro cents.' }) valueCents!: number;
  @ApiPropertyOptional({ description: 'Letter of TUIR art. 51; an order receipt has none.' }) taxLetter?: string;
  @ApiPropertyOptional({ enum: ['order'], description: 'order: no welfare voucher, but the receipt of what a firm’s owner bought for themself, outside TUIR art. 51.' }) receipt?: 'order';
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
