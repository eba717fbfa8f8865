import { ApiPropertyOptional } from '@nestjs/swagger';
import { CommaSeparated } from '@salvatempo/http';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsInt, IsISO8601, IsOptional, Matches, Max, Min } from 'class-validator';

const MAX_CENTS = 100_000_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What would be different, and when; a rule that is left out stays as it is. */
export class TryPurchaseRuleDto {
  @ApiPropertyOptional({ description: 'First day of the period, in Rome; without it, from the first purchase on.', example: '2026-01-01' })
  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  from?: string;

  @ApiPropertyOptional({ description: 'Last day of the period, counted whole; without it, to the last purchase.', example: '2026-12-31' })
  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  to?: string;

  @ApiPropertyOptional({ description: 'Share of the price, 7,000 is 70%.' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(10_000)
  incentiveBasisPoints?: number;

  @ApiPropertyOptional({ description: 'Euro cents.' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MAX_CENTS)
  personCapCents?: number;

  @ApiPropertyOptional({ description: 'Euro cents; 0 takes the cap away.' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(MAX_CENTS)
  orderCapCents?: number;

  @ApiPropertyOptional({ description: 'Euro cents; 0 takes it away.' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(MAX_CENTS)
  minSpendCents?: number;

  @ApiPropertyOptional({ type: String, description: 'Codes with commas between them.', example: 'laundry-ironing,babysitting' })
  @IsOptional()
  @CommaSeparated()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @Matches(/^[a-z][a-z0-9-]{0,39}$/, { each: true })
  eligibleServiceCodes?: string[];
}
