import { ApiProperty } from '@nestjs/swagger';

export class CancellationView {
  @ApiProperty() voucherId!: string;
  @ApiProperty() purchaseId!: string;
  @ApiProperty({ format: 'date-time' }) cancelledAt!: string;
}
