import { ApiProperty } from '@nestjs/swagger';
import { HOURS_REFERENCE } from '@salvatempo/contracts';
import { IsInt, IsISO8601, IsString, Matches, Max, Min } from 'class-validator';
import { MAX_REQUEST_MINUTES } from '../domain/hours-fund';

export class UseHoursDto {
  @ApiProperty({ minimum: 1, maximum: MAX_REQUEST_MINUTES, description: 'Minutes that were worked, at most those set apart.', example: 60 })
  @IsInt()
  @Min(1)
  @Max(MAX_REQUEST_MINUTES)
  usedMinutes!: number;

  @ApiProperty({ description: 'A day in Rome, from that of the request to today.', example: '2026-12-03' })
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  @IsISO8601({ strict: true })
  workedOn!: string;

  @ApiProperty({ maxLength: 50, pattern: HOURS_REFERENCE.source, description: 'Number of the register or sheet of hours, without other words.', example: 'registro 12/2026' })
  @IsString()
  @Matches(HOURS_REFERENCE)
  proof!: string;
}
