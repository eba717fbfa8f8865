import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export class OrderView {
  @ApiProperty() orderId!: string;
  @ApiProperty({ enum: ['open', 'completed'] }) status!: string;
  @ApiProperty() offerId!: string;
  @ApiPropertyOptional({ description: 'Of the offer as it is now.' }) title?: string;
  @ApiProperty() purchaseId!: string;
  @ApiProperty() voucherId!: string;
  @ApiProperty() holderPersonId!: string;
  @ApiProperty({ description: 'Euro cents.' }) priceCents!: number;
  @ApiProperty({ format: 'date-time' }) openedAt!: string;
  @ApiPropertyOptional({ format: 'date-time' }) completedAt?: string;
}

export class OrderPage {
  @ApiProperty({ type: [OrderView] }) items!: OrderView[];
  @ApiPropertyOptional({ description: 'Give it back as `after`.' }) next?: string;
}
