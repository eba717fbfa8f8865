import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { DATE } from '@salvatempo/http';
import { ANY_ID } from '@salvatempo/kernel';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsInt, IsOptional, Matches, Max, Min, ValidateIf } from 'class-validator';
import { CREDIT_LETTERS } from '../domain/credit-letters';

const isOfHours = ({ minutes, hourCents }: CreditPeopleDto): boolean => minutes !== undefined || hourCents !== undefined;

export class CreditPeopleDto {
  @ApiPropertyOptional({ description: 'For each person, in euro cents; left out where hours are given.', minimum: 1 })
  @ValidateIf((body: CreditPeopleDto) => body.amountCents !== undefined || !isOfHours(body))
  @IsInt()
  @Min(1)
  @Max(10_000_000)
  amountCents?: number;

  @ApiPropertyOptional({ description: 'Hours of service for each person, in minutes, instead of euros; with `hourCents`.', minimum: 1 })
  @ValidateIf(isOfHours)
  @IsInt()
  @Min(1)
  @Max(60_000)
  minutes?: number;

  @ApiPropertyOptional({ description: 'What an hour is worth, in euro cents: the firm’s money stands behind the minutes at this value, and they pay services whose hour costs no more.', minimum: 60 })
  @ValidateIf(isOfHours)
  @IsInt()
  @Min(60)
  @Max(100_000)
  hourCents?: number;

  @ApiProperty({ enum: CREDIT_LETTERS, description: 'Letter of TUIR art. 51 that the credit may be spent on.' })
  @IsIn(CREDIT_LETTERS)
  letter!: string;

  @ApiPropertyOptional({ format: 'date', description: 'First day; today by default.' })
  @IsOptional()
  @Matches(DATE)
  validFrom?: string;

  @ApiProperty({ format: 'date', description: 'Last day.' })
  @Matches(DATE)
  validUntil!: string;

  @ApiPropertyOptional({ type: [String], description: 'Only these people; everybody by default.' })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1_000)
  @ArrayUnique()
  @Matches(ANY_ID, { each: true })
  personIds?: string[];
}

export class CreditRunView {
  @ApiProperty() runId!: string;
  @ApiProperty() planId!: string;
  @ApiProperty() firmId!: string;
  @ApiProperty({ enum: ['running', 'put-off', 'awaiting-transfer', 'called-off', 'completed'], description: '`awaiting-transfer`: announced, and spendable once the firm’s transfer comes; `called-off`: the firm gave it up before. `put-off`: the firm has as many open pro-formas as it may; the run goes on by itself when some are paid.' }) status!: string;
  @ApiProperty({ description: 'People credited.' }) accounts!: number;
  @ApiProperty({ description: 'For each, in euro cents; of hours what they are worth.' }) amountCents!: number;
  @ApiPropertyOptional({ description: 'For each, of a credit in hours.' }) minutes?: number;
  @ApiPropertyOptional({ description: 'What an hour is worth, in euro cents.' }) hourCents?: number;
  @ApiProperty() letter!: string;
  @ApiProperty({ format: 'date-time' }) validFrom!: string;
  @ApiProperty({ format: 'date-time' }) validUntil!: string;
}
