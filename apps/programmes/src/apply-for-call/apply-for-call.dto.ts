import { ApiProperty } from '@nestjs/swagger';
import { ANY_ID } from '@salvatempo/kernel';
import { Matches } from 'class-validator';

export class ApplyForCallDto {
  @ApiProperty({ description: 'The firm that applies; the caller is one of its administrators.' })
  @Matches(ANY_ID)
  firmId!: string;
}
