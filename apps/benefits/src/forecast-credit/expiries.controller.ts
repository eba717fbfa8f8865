import { Controller, Get, Headers, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, positionOf, ProblemError, Who, type Principal } from '@salvatempo/http';
import { daysBetween, romeDate } from '@salvatempo/kernel';
import type { AggregateRunner, RowReader } from '@salvatempo/messaging';
import { PLATFORM, readerOf, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { forecastOf, freeOf, hoursForecastOf, isOpenOn } from '../domain/forecast';
import { accountList, type AccountRow } from '../read-accounts/account-list.projection';
import type { CreditUse, HourUse, LotUse } from '../domain/credit-use';
import { ownAccountId } from '../read-accounts/own-account.id';
import { expiryReminders, remindersIdOf, type ExpiryReminders } from '../remind-expiry/expiry-reminders.aggregate';
import { REMINDER_DAYS } from '../domain/reminder-times';
import { OwnFirmQueryDto } from '../read-accounts/firm-query.dto';
import { ExpiriesView, type ExpiringLotView, type PlanForecastView, type PlanHoursForecastView } from './forecast.view';
import { lotsByPlan, PlansOfLots, type KnownPlan } from './plans-of-lots.handler';

@ApiTags('benefits')
@Controller('api/benefits/accounts/mine/expiries')
export class ExpiriesController {
  constructor(
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
    @Inject(readerOf(accountList)) private readonly uses: RowReader<AccountRow>,
    @Inject(runnerOf(expiryReminders)) private readonly reminders: AggregateRunner<ExpiryReminders>,
    @Inject(PlansOfLots) private readonly plans: PlansOfLots,
  ) {}

  /** What expires of the caller's credit and when, and by plan what would be left at its end at the pace so far. */
  @Get()
  @Allow('employee')
  @ApiOkResponse({ type: ExpiriesView })
  async mine(@Who() who: Principal, @Query() { firmId }: OwnFirmQueryDto, @Headers('salvatempo-position') position?: string): Promise<ExpiriesView> {
    await this.uses.caughtUp(positionOf(position));
    const row = await this.uses.get(ownAccountId(who, firmId));
    if (!row) throw new ProblemError('account-not-found');
    const on = romeDate(this.ports.ambient.clock.now());
    const plans = await this.plans.byRun([...row.lots, ...(row.hours ?? [])]);
    const isOff = (await this.reminders.load(remindersIdOf(who.personId)))?.state.isOff ?? false;
    return { on, remindersWanted: !isOff, reminderDays: [...REMINDER_DAYS], lots: expiring(row, plans, on), forecasts: forecasts(row.lots, plans, on), hourForecasts: hourForecasts(row.hours ?? [], plans, on) };
  }
}

/** What is left of lots of either unit, what expires first before the others. */
function expiring({ lots, hours = [] }: CreditUse, plans: ReadonlyMap<string, KnownPlan>, on: string): ExpiringLotView[] {
  const left = [
    ...lots.map((lot) => ({ ...lot, freeCents: freeOf(lot) })),
    ...hours.map((lot) => ({ ...lot, freeCents: 0, freeMinutes: Math.max(0, lot.addedMinutes - lot.usedMinutes) })),
  ];
  const open = left.filter((lot) => isOpenOn(lot, on) && (lot.freeCents > 0 || ('freeMinutes' in lot && lot.freeMinutes > 0))).sort((a, b) => (a.validUntil < b.validUntil ? -1 : 1));
  return open.map((lot) => {
    const lastDay = romeDate(lot.validUntil);
    const planTitle = plans.get(lot.runId ?? '')?.title;
    return { lotId: lot.lotId, letter: lot.letter, freeCents: lot.freeCents, ...('freeMinutes' in lot && { freeMinutes: lot.freeMinutes }), lastDay, daysLeft: daysBetween(on, lastDay), ...(planTitle === undefined ? {} : { planTitle }) };
  });
}

function forecasts(lots: readonly LotUse[], plans: ReadonlyMap<string, KnownPlan>, on: string): PlanForecastView[] {
  return [...lotsByPlan(lots, plans)].flatMap(([plan, of]) => {
    const forecast = forecastOf(of, on);
    return forecast ? [{ ...forecast, ...(plan && { planId: plan.planId, planTitle: plan.title }) }] : [];
  });
}

function hourForecasts(hours: readonly HourUse[], plans: ReadonlyMap<string, KnownPlan>, on: string): PlanHoursForecastView[] {
  return [...lotsByPlan(hours, plans)].flatMap(([plan, of]) => {
    const forecast = hoursForecastOf(of, on);
    return forecast ? [{ ...forecast, ...(plan && { planId: plan.planId, planTitle: plan.title }) }] : [];
  });
}
