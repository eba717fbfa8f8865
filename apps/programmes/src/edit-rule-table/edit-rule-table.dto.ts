import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { aidRegimeSchema, confidenceSchema, MAX_RULE_CHANGES, type AidRegime } from '@salvatempo/contracts';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, IsISO8601, IsOptional, IsString, Length, Matches, Max, Min, ValidateNested } from 'class-validator';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const REGIMES = aidRegimeSchema.options;
const CONFIDENCES = confidenceSchema.options;

/** A row is known by its first day, and a regulation's by its regime. To close one, its last day is enough; another change gives the whole row. */
export class RuleChangeDto {
  @ApiProperty({ enum: ['close', 'add', 'correct'], description: 'Ends a row at `validTo`; adds one; or puts one in the place of that with the same first day.' })
  @IsIn(['close', 'add', 'correct'])
  change!: 'close' | 'add' | 'correct';

  @ApiProperty({ format: 'date', description: 'Day in Rome, included.' })
  @Matches(DAY)
  @IsISO8601({ strict: true })
  validFrom!: string;

  @ApiPropertyOptional({ format: 'date', description: 'Included; open where left out.' })
  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  validTo?: string;

  @ApiPropertyOptional({ minLength: 1, maxLength: 200, description: 'The norm that the row rests on; no names of people.', example: 'Reg. (UE) 2023/2831 art. 3' })
  @IsOptional()
  @IsString()
  @Length(1, 200)
  @Matches(/\S/)
  norm?: string;

  @ApiPropertyOptional({ enum: CONFIDENCES })
  @IsOptional()
  @IsIn(CONFIDENCES)
  confidence?: (typeof CONFIDENCES)[number];

  @ApiPropertyOptional({ enum: REGIMES, description: 'This one and the next four: of `de-minimis-rule`.' })
  @IsOptional()
  @IsIn(REGIMES)
  regime?: AidRegime;

  @ApiPropertyOptional({ minimum: 1, maximum: 100_000_000_000, description: 'Euro cents.', example: 30_000_000 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100_000_000_000)
  ceilingCents?: number;

  @ApiPropertyOptional({ enum: ['rolling-years', 'fiscal-years'] })
  @IsOptional()
  @IsIn(['rolling-years', 'fiscal-years'])
  window?: 'rolling-years' | 'fiscal-years';

  @ApiPropertyOptional({ minimum: 1, maximum: 10 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(10)
  years?: number;

  @ApiPropertyOptional({ enum: REGIMES, isArray: true, description: 'The regimes whose aid uses the same ceiling up, its own too.' })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  @IsIn(REGIMES, { each: true })
  countsWith?: AidRegime[];

  @ApiPropertyOptional({ minimum: 0, maximum: 10_000, description: 'A year, of `recovery-interest`.', example: 160 })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(10_000)
  basisPoints?: number;
}

export class RuleChangesDto {
  @ApiProperty({ description: 'The version that the changes are meant for.', example: '2026-11' })
  @Matches(/^\d{4}-\d{2}(-\d{2})?(\.[1-9]\d{0,3})?$/)
  basedOn!: string;

  @ApiProperty({ type: [RuleChangeDto], minItems: 1, maxItems: MAX_RULE_CHANGES, description: 'Done together or not at all.' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_RULE_CHANGES)
  @ValidateNested({ each: true })
  @Type(() => RuleChangeDto)
  changes!: RuleChangeDto[];
}

export class EditRuleTableDto extends RuleChangesDto {
  @ApiProperty({ minLength: 1, maxLength: 200, description: 'Why; for the history.', example: 'nuovo massimale' })
  @IsString()
  @Length(1, 200)
  @Matches(/\S/)
  reason!: string;
}
