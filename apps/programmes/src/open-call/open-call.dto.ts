import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsInt, IsISO8601, IsString, Length, Matches, Max, Min } from 'class-validator';
import { INSTANT } from './call-patterns.dto';
import { CallRulesDto, MAX_CENTS } from './call-rules.dto';

export class OpenCallDto extends CallRulesDto {
  @ApiProperty({ minLength: 1, maxLength: 120 })
  @IsString()
  @Length(1, 120)
  @Matches(/\S/)
  title!: string;

  @ApiProperty({ minimum: 1, maximum: 10_000, description: 'Share of the price in basis points; 7000 is 70%.', example: 7000 })
  @IsInt()
  @Min(1)
  @Max(10_000)
  incentiveBasisPoints!: number;

  @ApiProperty({ description: 'Most that one firm gets, in euro cents.', example: 100_000 })
  @IsInt()
  @Min(1)
  @Max(MAX_CENTS)
  firmCapCents!: number;

  @ApiProperty({ description: 'Most that goes to one person, in euro cents.', example: 50_000 })
  @IsInt()
  @Min(1)
  @Max(MAX_CENTS)
  personCapCents!: number;

  @ApiProperty({ description: 'The whole fund, in euro cents.', example: 5_000_000 })
  @IsInt()
  @Min(1)
  @Max(MAX_CENTS)
  budgetCents!: number;

  @ApiProperty({ minimum: 1, maximum: 100_000, description: 'Firms with more people than this are refused.', example: 3 })
  @IsInt()
  @Min(1)
  @Max(100_000)
  maxHeadcount!: number;

  @ApiProperty({ enum: ['employees', 'occupati'], description: 'Which count of the firm `maxHeadcount` looks at.' })
  @IsIn(['employees', 'occupati'])
  headcountBasis!: 'employees' | 'occupati';

  @ApiProperty({ type: [String], minItems: 1, maxItems: 50, example: ['laundry-ironing'] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ArrayUnique()
  @Matches(/^[a-z0-9-]{1,40}$/, { each: true })
  eligibleServiceCodes!: string[];

  @ApiProperty({ format: 'date-time', description: 'First instant of applications and purchases.' })
  @Matches(INSTANT)
  @IsISO8601({ strict: true, strictSeparator: true })
  opensAt!: string;

  @ApiProperty({ format: 'date-time', description: 'From here on neither is taken any more.' })
  @Matches(INSTANT)
  @IsISO8601({ strict: true, strictSeparator: true })
  closesAt!: string;
}
