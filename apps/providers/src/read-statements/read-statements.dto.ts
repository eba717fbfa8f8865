import { ApiProperty } from '@nestjs/swagger';
import { idPattern } from '@salvatempo/kernel';
import { Matches } from 'class-validator';

export class StatementOfDto {
  @ApiProperty()
  @Matches(idPattern('prv'))
  providerId!: string;

  @ApiProperty({ example: '2026-11' })
  @Matches(/^\d{4}-(0[1-9]|1[0-2])$/)
  month!: string;
}
