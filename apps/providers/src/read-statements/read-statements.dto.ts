import { ApiProperty } from '@nestjs/swagger';
import { MONTH } from '@salvatempo/http';
import { idPattern } from '@salvatempo/kernel';
import { Matches } from 'class-validator';

export class StatementOfDto {
  @ApiProperty()
  @Matches(idPattern('prv'))
  providerId!: string;

  @ApiProperty({ example: '2026-11' })
  @Matches(MONTH)
  month!: string;
}
