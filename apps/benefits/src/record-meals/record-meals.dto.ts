import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { mealKindSchema } from '@salvatempo/contracts';
import { DATE, MONTH, PageQueryDto } from '@salvatempo/http';
import { ANY_ID, idPattern } from '@salvatempo/kernel';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsInt, Matches, Max, Min } from 'class-validator';
import type { MealKind } from '../domain/meal-voucher';

export class RecordMealsDto {
  @ApiProperty()
  @Matches(ANY_ID)
  firmId!: string;

  @ApiProperty()
  @Matches(idPattern('per'))
  personId!: string;

  @ApiProperty({ description: '`YYYY-MM`: this month, or one that is over.' })
  @Matches(MONTH)
  month!: string;

  @ApiProperty({ enum: mealKindSchema.options })
  @IsIn(mealKindSchema.options)
  kind!: MealKind;

  @ApiProperty({ description: 'Nominal value of each voucher, in euro cents.', minimum: 1, maximum: 10_000 })
  @IsInt()
  @Min(1)
  @Max(10_000)
  valueCents!: number;

  @ApiProperty({ type: [String], format: 'date', maxItems: 31, description: 'Days worked of the month, one voucher each; they take the place of those that were recorded before. None takes all back.' })
  @IsArray()
  @ArrayMaxSize(31)
  @ArrayUnique()
  @Matches(DATE, { each: true })
  dates!: string[];
}

export class MealsQueryDto extends PageQueryDto {
  @ApiProperty()
  @Matches(ANY_ID)
  firmId!: string;
}

export class MealMonthView {
  @ApiProperty() mealMonthId!: string;
  @ApiProperty() firmId!: string;
  @ApiProperty() personId!: string;
  @ApiProperty({ description: '`YYYY-MM`.' }) month!: string;
  @ApiProperty({ enum: mealKindSchema.options }) kind!: string;
  @ApiProperty({ description: 'Of each voucher, in euro cents.' }) valueCents!: number;
  @ApiProperty({ description: 'Days with a voucher.' }) days!: number;
  @ApiProperty({ description: 'Exempt of all of them, in euro cents.' }) exemptCents!: number;
  @ApiProperty({ description: 'Above what a day exempts, of all of them: taxable, in euro cents. It doesn’t count for the threshold of c.3.' }) taxedCents!: number;
}

export class MealMonthPage {
  @ApiProperty({ type: [MealMonthView] }) items!: MealMonthView[];
  @ApiPropertyOptional({ description: 'Give it back as `after`.' }) next?: string;
}

export class OwnMealMonthView extends MealMonthView {
  @ApiProperty({ type: [String], format: 'date' }) dates!: string[];
  @ApiProperty({ type: [String], description: 'By which row and norm, and how sure it is; in Italian.' }) explanation!: string[];
}

export class OwnMealMonthPage {
  @ApiProperty({ type: [OwnMealMonthView], description: 'The latest month first.' }) items!: OwnMealMonthView[];
  @ApiPropertyOptional({ description: 'Give it back as `after`.' }) next?: string;
}
