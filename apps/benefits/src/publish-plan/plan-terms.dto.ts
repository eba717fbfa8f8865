import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { DATE } from '@salvatempo/http';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString, Length, Matches, Max, Min, ValidateIf, ValidateNested } from 'class-validator';
import { CREDIT_LETTERS } from '../domain/credit-letters';

export const RESIDUE_POLICIES = ['zero', 'carry-over', 'earmark', 'solidarity-pool', 'pension-fund'] as const;
const PERIODS = ['year', 'month'] as const;
const CATEGORY = /^[a-z0-9]{1,30}(-[a-z0-9]{1,30}){0,3}$/;

const isOfHours = ({ minutes, hourCents }: PlanGroupDto): boolean => minutes !== undefined || hourCents !== undefined;

export class PlanGroupDto {
  @ApiPropertyOptional({ description: 'An objective group of docs/rules/employee-categories.json; everybody where it is left out.' })
  @IsOptional()
  @Matches(CATEGORY)
  category?: string;

  @ApiPropertyOptional({ description: 'For each person and period, in euro cents; left out where hours are given.', minimum: 1 })
  @ValidateIf((group: PlanGroupDto) => group.amountCents !== undefined || !isOfHours(group))
  @IsInt()
  @Min(1)
  @Max(10_000_000)
  amountCents?: number;

  @ApiPropertyOptional({ description: 'Hours of service for each person and period, in minutes, instead of euros; with `hourCents`.', minimum: 1 })
  @ValidateIf(isOfHours)
  @IsInt()
  @Min(1)
  @Max(60_000)
  minutes?: number;

  @ApiPropertyOptional({ description: 'What an hour is worth, in euro cents.', minimum: 60 })
  @ValidateIf(isOfHours)
  @IsInt()
  @Min(60)
  @Max(100_000)
  hourCents?: number;
}

export class ResidueDto {
  @ApiProperty({ enum: RESIDUE_POLICIES, description: '`zero`: it ends. `carry-over`: into the plan’s next year. `earmark`: on some letters alone, for some days. `solidarity-pool`: to the firm’s pool. `pension-fund`: paid to the person’s fund.' })
  @IsIn(RESIDUE_POLICIES)
  policy!: (typeof RESIDUE_POLICIES)[number];

  @ApiPropertyOptional({ type: [String], description: 'Of `earmark`: some of the plan’s letters.' })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  @ArrayUnique()
  @IsIn(CREDIT_LETTERS, { each: true })
  letters?: string[];

  @ApiPropertyOptional({ description: 'Of `earmark`: for how long.', minimum: 1, maximum: 366 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(366)
  days?: number;
}

/** Where a firm is stricter than docs/rules/claim-terms.json; it is never laxer. */
export class PlanPracticeDto {
  @ApiPropertyOptional({ description: 'R06: the employee paid.' })
  @IsOptional()
  @IsBoolean()
  payerMustBeEmployee?: boolean;

  @ApiPropertyOptional({ description: 'R07: paid this year, not last year.' })
  @IsOptional()
  @IsBoolean()
  currentYearOnly?: boolean;

  @ApiPropertyOptional({ description: 'R05: no cash.' })
  @IsOptional()
  @IsBoolean()
  noCash?: boolean;

  @ApiPropertyOptional({ description: 'R13: only relatives who are fiscally dependent.' })
  @IsOptional()
  @IsBoolean()
  dependentOnly?: boolean;

  @ApiPropertyOptional({ description: 'From this amount on a second validator decides; euro cents.', minimum: 0 })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(10_000_000)
  twoPersonsFromCents?: number;
}

export class PlanTermsDto {
  @ApiProperty({ format: 'date', description: 'The version’s first day.' })
  @Matches(DATE)
  validFrom!: string;

  @ApiProperty({ format: 'date', description: 'The plan’s last day.' })
  @Matches(DATE)
  validTo!: string;

  @ApiProperty({ enum: PERIODS, description: 'How often the amounts are given.' })
  @IsIn(PERIODS)
  period!: (typeof PERIODS)[number];

  @ApiProperty({ type: [PlanGroupDto], description: 'In their order: a person is given the amount of the first group that they are in. Everybody comes last.' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => PlanGroupDto)
  groups!: PlanGroupDto[];

  @ApiProperty({ type: [String], enum: CREDIT_LETTERS, description: 'Letters of TUIR art. 51 that its credit may be spent on.' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  @ArrayUnique()
  @IsIn(CREDIT_LETTERS, { each: true })
  letters!: string[];

  @ApiProperty({ type: ResidueDto })
  @ValidateNested()
  @Type(() => ResidueDto)
  residue!: ResidueDto;

  @ApiProperty({ description: 'For how many days after the last day of work a leaver may claim what was spent before.', minimum: 0, maximum: 365 })
  @IsInt()
  @Min(0)
  @Max(365)
  runOutDays!: number;

  @ApiProperty({ type: PlanPracticeDto })
  @ValidateNested()
  @Type(() => PlanPracticeDto)
  practice!: PlanPracticeDto;
}

export class DraftPlanDto extends PlanTermsDto {
  @ApiProperty({ description: 'The regulation, as the people read it. It names nobody.' })
  @IsString()
  @Length(1, 10_000)
  text!: string;
}

export class PublishPlanDto {
  @ApiProperty({ description: 'The draft that was seen.', minimum: 1 })
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  edition!: number;
}

export class PlanDraftView {
  @ApiProperty() planId!: string;
  @ApiProperty({ description: 'Counts the drafts of a plan.' }) edition!: number;
  @ApiProperty({ description: 'SHA-256 of the text.' }) textHash!: string;
}

export class PlanVersionRefView {
  @ApiProperty() planId!: string;
  @ApiProperty({ description: 'Counts the versions of a plan.' }) number!: number;
  @ApiProperty({ format: 'date' }) validFrom!: string;
  @ApiProperty({ format: 'date-time' }) publishedAt!: string;
  @ApiProperty({ description: 'SHA-256 of the text.' }) textHash!: string;
  @ApiPropertyOptional({ enum: ['single-employee'], description: 'What the plan has to be looked at again for: it is accepted all the same.' }) review?: string;
}
