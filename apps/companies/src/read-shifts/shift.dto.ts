import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { DATE } from '@salvatempo/http';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Matches, Max, Min } from 'class-validator';

export class ShiftQueryDto {
  @ApiProperty({ format: 'date', description: 'The first day, in Rome.' })
  @Matches(DATE)
  from!: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 7, default: 7, description: 'How many days: 1 for a day, 7 for a week. A shift belongs to the day on which it begins.' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(7)
  days: number = 7;
}
