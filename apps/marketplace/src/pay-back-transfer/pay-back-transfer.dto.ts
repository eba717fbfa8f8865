import { ApiProperty, PickType } from '@nestjs/swagger';
import { DATE } from '@salvatempo/http';
import { Matches } from 'class-validator';
import { RecordTransferDto } from '../record-transfer/record-transfer.dto';

export class PayBackTransferDto extends PickType(RecordTransferDto, ['amountCents', 'bankReference'] as const) {
  @ApiProperty({ description: 'Day in Rome.', example: '2026-11-26' })
  @Matches(DATE)
  paidOn!: string;
}
