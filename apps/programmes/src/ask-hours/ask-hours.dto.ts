import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ANY_ID } from '@salvatempo/kernel';
import { IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { MAX_REQUEST_MINUTES } from '../domain/hours-fund';

export class AskHoursDto {
  @ApiPropertyOptional({ description: 'The firm that asks. An operator who asks for a school or an office leaves it out.' })
  @IsOptional()
  @Matches(ANY_ID)
  firmId?: string;

  @ApiProperty({ description: 'Belfiore code of the Comune whose hours are asked for.', example: 'E648' })
  @Matches(/^[A-Z]\d{3}$/)
  municipality!: string;

  @ApiProperty({ minimum: 1, maximum: MAX_REQUEST_MINUTES, description: 'Minutes, up to 100 hours.', example: 90 })
  @IsInt()
  @Min(1)
  @Max(MAX_REQUEST_MINUTES)
  minutes!: number;
}
