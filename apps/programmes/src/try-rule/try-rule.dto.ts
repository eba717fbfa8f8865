import { ApiPropertyOptional } from '@nestjs/swagger';
import { CommaSeparated } from '@salvatempo/http';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { MAX_CENTS } from '../open-call/call-rules.dto';

/** What would be different; a rule that is left out stays as it is. */
export class TryRuleDto {
  @ApiPropertyOptional({ description: 'Euro cents.' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MAX_CENTS)
  firmCapCents?: number;

  @ApiPropertyOptional({ description: 'Euro cents.' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MAX_CENTS)
  budgetCents?: number;

  @ApiPropertyOptional()
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100_000)
  maxHeadcount?: number;

  @ApiPropertyOptional({ enum: ['employees', 'occupati'] })
  @IsOptional()
  @IsIn(['employees', 'occupati'])
  headcountBasis?: 'employees' | 'occupati';

  @ApiPropertyOptional({ type: String, description: 'ATECO codes or their beginnings, with commas between them; `any` for every sector.', example: '96,47.1' })
  @IsOptional()
  @CommaSeparated()
  @ArrayMaxSize(50)
  @Matches(/^(any|\d{2}(\.\d{1,2}){0,2})$/, { each: true })
  eligibleSectors?: string[];

  @ApiPropertyOptional({ type: String, description: 'Belfiore codes with commas between them; `any` for every Comune.', example: 'E648,F205' })
  @IsOptional()
  @CommaSeparated()
  @ArrayMaxSize(250)
  @Matches(/^(any|[A-Z]\d{3})$/, { each: true })
  eligibleMunicipalities?: string[];
}
