import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { DATE } from '@salvatempo/http';
import { ANY_ID } from '@salvatempo/kernel';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';

/** Letters whose purchases the marketplace can make so far. */
const LETTERS = ['c.3', 'f', 'd-bis', 'f-bis', 'f-ter'];

export class CreditPeopleDto {
  @ApiProperty({ description: 'For each person, in euro cents.', minimum: 1 })
  @IsInt()
  @Min(1)
  @Max(10_000_000)
  amountCents!: number;

  @ApiProperty({ enum: LETTERS, description: 'Letter of TUIR art. 51 that the credit may be spent on.' })
  @IsIn(LETTERS)
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
  @ApiProperty({ enum: ['running', 'put-off', 'awaiting-transfer', 'completed'], description: '`awaiting-transfer`: announced, and spendable once the firm’s transfer comes. `put-off`: the firm has as many open pro-formas as it may; the run goes on by itself when some are paid.' }) status!: string;
  @ApiProperty({ description: 'People credited.' }) accounts!: number;
  @ApiProperty({ description: 'For each, in euro cents.' }) amountCents!: number;
  @ApiProperty() letter!: string;
  @ApiProperty({ format: 'date-time' }) validFrom!: string;
  @ApiProperty({ format: 'date-time' }) validUntil!: string;
}
