import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsInt, IsISO8601, IsOptional, IsString, Length, Matches, Max, Min, ValidateNested } from 'class-validator';
import { MAX_POTS } from '../domain/hours-fund';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export class HoursPotDto {
  @ApiProperty({ description: 'Belfiore code of the Comune.', example: 'E648' })
  @Matches(/^[A-Z]\d{3}$/)
  municipality!: string;

  @ApiProperty({ minimum: 1, maximum: 600_000, description: 'Minutes of mediators, up to 10,000 hours.', example: 6_000 })
  @IsInt()
  @Min(1)
  @Max(600_000)
  minutes!: number;
}

export class OpenHoursFundDto {
  @ApiProperty({ minLength: 1, maxLength: 120 })
  @IsString()
  @Length(1, 120)
  @Matches(/\S/)
  title!: string;

  @ApiPropertyOptional({ maxLength: 120, description: 'The public body that pays.', example: 'Regione Lombardia' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  @Matches(/\S/)
  funder?: string;

  @ApiPropertyOptional({ description: 'Codice unico di progetto.', example: 'E61B26000010007' })
  @IsOptional()
  @Matches(/^[A-Z]\d{2}[A-Z0-9]{12}$/)
  cup?: string;

  @ApiProperty({ description: 'First day in Rome.', example: '2026-12-01' })
  @Matches(DAY)
  @IsISO8601({ strict: true })
  opensOn!: string;

  @ApiProperty({ description: 'Last day in Rome, included.', example: '2027-11-30' })
  @Matches(DAY)
  @IsISO8601({ strict: true })
  closesOn!: string;

  @ApiProperty({ type: [HoursPotDto], minItems: 1, maxItems: MAX_POTS, description: 'One for each Comune.' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_POTS)
  @ValidateNested({ each: true })
  @Type(() => HoursPotDto)
  pots!: HoursPotDto[];
}
