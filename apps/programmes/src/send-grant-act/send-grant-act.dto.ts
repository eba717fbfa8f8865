import { ApiProperty } from '@nestjs/swagger';
import { IsISO8601, Matches } from 'class-validator';

export class SendGrantActDto {
  @ApiProperty({ description: 'Date of the act of grant, a day in Rome.', example: '2026-11-26' })
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  @IsISO8601({ strict: true })
  actOn!: string;
}
