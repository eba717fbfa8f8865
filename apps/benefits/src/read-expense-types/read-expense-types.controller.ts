import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { Allow, calendarDay, DATE, ProblemError } from '@salvatempo/http';
import { romeDate } from '@salvatempo/kernel';
import { PLATFORM, type PlatformPorts } from '@salvatempo/runtime';
import { IsOptional, Matches } from 'class-validator';
import { expenseTypeOn, expenseTypesOn, factOn, REFUSAL_CODES, refusalOn } from '../claim-rules/claim-rules.table';
import { ClaimRefusalPage, ExpenseTypePage, expenseTypeView, GuidedExpenseTypeView } from './expense-type.view';

class DayQueryDto {
  @ApiPropertyOptional({ format: 'date', description: 'The day of payment; by default today in Rome.' })
  @IsOptional()
  @Matches(DATE)
  day?: string;
}

/** What the guided claim is made of: the type of expense first, then only the facts that it needs. */
@ApiTags('benefits')
@Controller('api/benefits')
export class ReadExpenseTypesController {
  constructor(@Inject(PLATFORM) private readonly ports: PlatformPorts) {}

  /** Every type of expense on a day, also those that can't be reimbursed: what they are paid with instead is told too. */
  @Get('expense-types')
  @Allow()
  @ApiOkResponse({ type: ExpenseTypePage })
  all(@Query() query: DayQueryDto): ExpenseTypePage {
    return { items: expenseTypesOn(this.day(query)).map(expenseTypeView) };
  }

  /** One type with the facts that a claim is asked for, in order; none where it can't be reimbursed. */
  @Get('expense-types/:code')
  @Allow()
  @ApiOkResponse({ type: GuidedExpenseTypeView })
  one(@Param('code') code: string, @Query() query: DayQueryDto): GuidedExpenseTypeView {
    const day = this.day(query);
    const type = expenseTypeOn(code, day);
    if (!type) throw new ProblemError('expense-type-not-found');
    const facts = type.facts.flatMap((asked) => factOn(asked, day) ?? []).map(({ code: fact, it, en }) => ({ code: fact, question: it, questionEn: en }));
    return { ...expenseTypeView(type), facts };
  }

  /** Why claims are refused, each with what to do about it. */
  @Get('claim-refusals')
  @Allow()
  @ApiOkResponse({ type: ClaimRefusalPage })
  refusals(@Query() query: DayQueryDto): ClaimRefusalPage {
    const day = this.day(query);
    const rows = REFUSAL_CODES.flatMap((code) => refusalOn(code, day) ?? []);
    return { items: rows.map(({ code, rule, kind, it, en }) => ({ code, rule, kind, text: it, textEn: en })) };
  }

  private day({ day }: DayQueryDto): string {
    return day === undefined ? romeDate(this.ports.ambient.clock.now()) : calendarDay('day', day);
  }
}
