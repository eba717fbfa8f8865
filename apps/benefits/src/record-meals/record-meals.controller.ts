import { Body, Controller, Get, Headers, Inject, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, authorise, Because, calendarDay, decided, PageQueryDto, positionOf, ProblemError, Who, type Answer, type Principal } from '@salvatempo/http';
import { derivedId, formatEuro, romeDate } from '@salvatempo/kernel';
import type { AggregateRunner, Cause, RowReader } from '@salvatempo/messaging';
import { PLATFORM, readerOf, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { benefitsPolicy } from '../benefits.policy';
import { CONFIDENCE_WORDS } from '../domain/confidence';
import { mealDatesOf, mealMonth, mealSums, type MealDay, type MealMonth } from '../domain/meal-voucher';
import { oldestMonthTold } from '../domain/payroll';
import { firmPeople, worksOn, type FirmPersonRow } from '../firm-people/firm-people.projection';
import { firmMeals, ownMeals } from './meal-months.projection';
import { MealRules } from './meal-rules.table';
import { mealMonthIdOf, type RecordMeals } from './record-meals.decider';
import { MealMonthPage, MealMonthView, MealsQueryDto, OwnMealMonthPage, OwnMealMonthView, RecordMealsDto } from './record-meals.dto';

@ApiTags('benefits')
@Controller('api/benefits/meal-vouchers')
export class RecordMealsController {
  constructor(
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
    @Inject(runnerOf(mealMonth)) private readonly months: AggregateRunner<MealMonth>,
    @Inject(readerOf(firmPeople)) private readonly people: RowReader<FirmPersonRow>,
    @Inject(readerOf(firmMeals)) private readonly ofFirm: RowReader<MealMonth>,
    @Inject(readerOf(ownMeals)) private readonly own: RowReader<MealMonth>,
    @Inject(MealRules) private readonly rules: MealRules,
  ) {}

  /** Says on which days of a month somebody has a meal voucher. What is above the exemption of a day goes to payroll; recorded anew, the difference does. */
  @Post()
  @Allow('firm-admin')
  @ApiOkResponse({ type: MealMonthView })
  async record(@Body() body: RecordMealsDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<MealMonthView>> {
    const { firmId, personId, month, kind, valueCents } = body;
    authorise(benefitsPolicy(who), 'record', 'Premium', { firmId });
    const days = await this.days(body);
    const mealMonthId = mealMonthIdOf(firmId, personId, month);
    const data: RecordMeals = { firmId, personId, month, kind, valueCents, days };
    const { sequence } = decided(await this.months.execute(mealMonthId, { type: 'record-meals', data }, cause));
    // What was asked for is what now stands, whether or not it stood before.
    return { status: 200, body: { mealMonthId, firmId, personId, month, kind, valueCents, days: days.length, ...mealSums(days, valueCents) }, position: `${mealMonthId}:${sequence}` };
  }

  /** The firm's meal vouchers, the latest month first: how many and what is taxed, not on which days. */
  @Get()
  @Allow('firm-admin')
  @ApiOkResponse({ type: MealMonthPage })
  async all(@Query() { firmId, limit, after }: MealsQueryDto, @Who() who: Principal, @Headers('salvatempo-position') position?: string): Promise<MealMonthPage> {
    authorise(benefitsPolicy(who), 'read', 'Premium', { firmId });
    await this.ofFirm.caughtUp(positionOf(position));
    const { items, next } = await this.ofFirm.page({ tenancy: { tenant: firmId }, newestFirst: true, limit, ...(after === undefined ? {} : { after }) });
    return { items: [...items], ...(next === undefined ? {} : { next }) };
  }

  /** The caller's own meal vouchers: an account of their own, no welfare credit. */
  @Get('mine')
  @Allow('employee')
  @ApiOkResponse({ type: OwnMealMonthPage })
  async mine(@Query() { limit, after }: PageQueryDto, @Who() { personId }: Principal): Promise<OwnMealMonthPage> {
    const { items, next } = await this.own.page({ tenancy: { tenant: personId }, newestFirst: true, limit, ...(after === undefined ? {} : { after }) });
    return { items: await Promise.all(items.map(({ mealMonthId }) => this.view(mealMonthId))), ...(next === undefined ? {} : { next }) };
  }

  private async view(mealMonthId: string): Promise<OwnMealMonthView> {
    const { state, personal } = (await this.months.load(mealMonthId))!;
    const row = this.rules.of(state.kind, `${state.month}-01`)!;
    const kind = state.kind === 'electronic' ? 'elettronici' : 'di carta';
    const explanation = [
      `Buoni pasto ${kind}: ${formatEuro(row.exemptCents)} al giorno esenti (tabella meal-voucher-rule, riga dal ${row.validFrom}; ${row.norm}; fonte ${CONFIDENCE_WORDS[row.confidence]}).`,
      state.taxedCents > 0 ? `La parte oltre, ${formatEuro(state.taxedCents)} in tutto, è tassata in busta paga. Non consuma la soglia dei fringe benefit.` : 'Nulla è tassato, e la soglia dei fringe benefit non c’entra.',
    ];
    return { ...state, dates: [...mealDatesOf(personal)], explanation };
  }

  /** Throws ProblemError `person-not-in-firm`, `meal-month-old`, `meal-day` for a day of another month, to come, or after the last day of work, and `no-meal-rule`. */
  private async days({ firmId, personId, month, kind, dates }: RecordMealsDto): Promise<readonly MealDay[]> {
    const person = await this.people.get(derivedId('emp', firmId, personId));
    if (!person) throw new ProblemError('person-not-in-firm');
    const today = romeDate(this.ports.ambient.clock.now());
    if (month < oldestMonthTold(today)) throw new ProblemError('meal-month-old');
    return [...dates].sort().map((date) => {
      calendarDay('dates', date);
      if (!date.startsWith(`${month}-`) || date > today || !worksOn(person, date)) throw new ProblemError('meal-day', { params: { day: date.split('-').reverse().join('/') } });
      const row = this.rules.of(kind, date);
      if (!row) throw new ProblemError('no-meal-rule', { params: { month } });
      return { date, exemptCents: row.exemptCents };
    });
  }
}
