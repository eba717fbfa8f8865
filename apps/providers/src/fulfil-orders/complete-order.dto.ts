import { ApiProperty } from '@nestjs/swagger';

export class CompletionView {
  @ApiProperty() orderId!: string;
  @ApiProperty() voucherId!: string;
  @ApiProperty() purchaseId!: string;
  @ApiProperty({ format: 'date-time' }) completedAt!: string;
}
