import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsInt, IsISO8601, IsObject, IsOptional, IsString, Length, Matches, Max, Min, ValidateNested } from 'class-validator';
import { CODE, INSTANT } from './call-patterns.dto';

const ABOUT = ['employees', 'occupati', 'sector', 'municipality', 'membership', 'artisan', 'no-other-funding'] as const;

/** One row of the points table. */
export class CriterionDto {
  @ApiProperty({ example: 'micro' })
  @Matches(CODE)
  code!: string;

  @ApiProperty({ minimum: 1, maximum: 1_000, description: 'What a firm that fulfils it gets.', example: 20 })
  @IsInt()
  @Min(1)
  @Max(1_000)
  points!: number;

  @ApiProperty({ minLength: 1, maxLength: 200, description: 'In Italian, as it is published.', example: 'Impresa fino a tre dipendenti' })
  @IsString()
  @Length(1, 200)
  @Matches(/\S/)
  text!: string;

  @ApiProperty({ enum: ABOUT, description: 'What of the firm it looks at.' })
  @IsIn(ABOUT)
  about!: (typeof ABOUT)[number];

  @ApiPropertyOptional({ minimum: 0, maximum: 100_000, description: 'Of a headcount: this or more.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(100_000)
  from?: number;

  @ApiPropertyOptional({ minimum: 0, maximum: 100_000, description: 'Of a headcount: this or fewer.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(100_000)
  to?: number;

  @ApiPropertyOptional({ type: [String], maxItems: 60, description: 'ATECO codes or their beginnings, Belfiore codes, or memberships: one of these.', example: ['96'] })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(60)
  @ArrayUnique()
  @Matches(/^(\d{2}(\.\d{1,2}){0,2}|[A-Z]\d{3}|[a-z][a-z0-9-]{0,39})$/, { each: true })
  oneOf?: string[];
}

/** Applications are ranked by points when no more are taken; left out, they are decided as they come. */
export class RankingRulesDto {
  @ApiProperty({ description: 'Version of the points table.', example: '1.0' })
  @Matches(/^\d{1,4}(\.\d{1,4}){0,2}$/)
  version!: string;

  @ApiProperty({ format: 'date-time', description: 'Applications are taken until here; purchases until the call closes.' })
  @Matches(INSTANT)
  @IsISO8601({ strict: true, strictSeparator: true })
  applicationsCloseAt!: string;

  @ApiProperty({ type: [CriterionDto], minItems: 1, maxItems: 20, description: 'The points table.' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => CriterionDto)
  criteria!: CriterionDto[];
}
