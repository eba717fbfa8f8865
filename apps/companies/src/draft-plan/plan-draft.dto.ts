import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import type { Residue } from './plan-draft.handler';

const RESIDUES: Residue[] = ['carry-over', 'pension-fund', 'extinguish'];
const CATEGORY = /^[a-z0-9]{1,30}(-[a-z0-9]{1,30}){0,3}$/;

/** What the firm has in mind; nothing of it is kept. */
export class PlanDraftQueryDto {
  @ApiProperty({ minimum: 1, maximum: 10_000_000, description: 'Amount a head and year, in cents.' })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(10_000_000)
  perPersonCents!: number;

  @ApiPropertyOptional({ enum: RESIDUES, default: 'carry-over', description: 'What becomes of the credit that is left.' })
  @IsOptional()
  @IsIn(RESIDUES)
  residue: Residue = 'carry-over';

  @ApiPropertyOptional({ type: [String], maxItems: 10, description: 'Objective groups that the plan is for (docs/rules, employee categories); none is everybody.' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (Array.isArray(value) ? value : [value]))
  @IsArray()
  @ArrayMaxSize(10)
  @ArrayUnique()
  @Matches(CATEGORY, { each: true })
  category: string[] = [];
}
