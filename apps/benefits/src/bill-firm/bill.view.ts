import { ApiProperty } from '@nestjs/swagger';

export class BillView {
  @ApiProperty() firmId!: string;
  @ApiProperty({ description: 'What the firm owes for credit spent by its people, in euro cents.' }) owesCents!: number;
}
