import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';

export class CreditGroupDto {
  @ApiPropertyOptional({ description: 'A group of the plan; the plan’s group of everybody else where it is left out.' })
  @IsOptional()
  @Matches(/^[a-z0-9]{1,30}(-[a-z0-9]{1,30}){0,3}$/)
  category?: string;

  @ApiProperty({ example: '2026', description: '`2026` in a plan that gives by the year, `2026-11` in one that gives by the month.' })
  @Matches(/^20\d{2}(-(0[1-9]|1[0-2]))?$/)
  period!: string;
}
