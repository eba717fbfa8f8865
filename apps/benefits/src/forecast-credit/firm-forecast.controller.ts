import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, authorise, organisationsOf, Who, type Principal } from '@salvatempo/http';
import { romeDate } from '@salvatempo/kernel';
import type { RowReader } from '@salvatempo/messaging';
import { PLATFORM, readerOf, type PlatformPorts } from '@salvatempo/runtime';
import { benefitsPolicy } from '../benefits.policy';
import { forecastOf, hoursForecastOf } from '../domain/forecast';
import { LEAST_PEOPLE, totalsByPlan, type PlanShare } from '../domain/forecast-groups';
import { accountList, type AccountRow } from '../read-accounts/account-list.projection';
import type { CreditUse } from '../domain/credit-use';
import { OwnFirmQueryDto } from '../read-accounts/firm-query.dto';
import { FirmForecastView } from './forecast.view';
import { lotsByPlan, PlansOfLots, type KnownPlan } from './plans-of-lots.handler';

/** Accounts of a firm that are added up at most. */
const MAX_ACCOUNTS = 20_000;

@ApiTags('benefits')
@Controller('api/benefits/forecasts')
export class FirmForecastController {
  constructor(
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
    @Inject(readerOf(accountList)) private readonly uses: RowReader<AccountRow>,
    @Inject(PlansOfLots) private readonly plansOf: PlansOfLots,
  ) {}

  /** What would be left of a firm's plans at the pace so far: totals of at least so many people, and never whose. */
  @Get()
  @Allow('firm-admin')
  @ApiOkResponse({ type: FirmForecastView })
  async ofFirm(@Query() query: OwnFirmQueryDto, @Who() who: Principal): Promise<FirmForecastView> {
    const firmId = query.firmId ?? organisationsOf(who, 'firm-admin')[0]!;
    authorise(benefitsPolicy(who), 'read', 'Plan', { firmId });
    const on = romeDate(this.ports.ambient.clock.now());
    const [shares, hourShares]: [PlanShare[], PlanShare[]] = [[], []];
    // People of one firm have the same few runs: each is asked of once.
    const [plans, asked] = [new Map<string, KnownPlan>(), new Set<string | undefined>()];
    let accounts = 0;
    for await (const row of this.uses.each({ tenancy: { tenant: firmId } })) {
      if (++accounts > MAX_ACCOUNTS) break;
      const unasked = [...row.lots, ...(row.hours ?? [])].filter(({ runId }) => !asked.has(runId));
      for (const [runId, found] of await this.plansOf.byRun(unasked)) plans.set(runId, found);
      for (const { runId } of unasked) asked.add(runId);
      shares.push(...sharesOf(row, plans, on));
      hourShares.push(...hourSharesOf(row, plans, on));
    }
    const titles = new Map([...plans.values()].map(({ planId, title }) => [planId, title] as const));
    const titlesOf = (planIds: readonly string[]): string[] => planIds.map((planId) => titles.get(planId)!);
    const [euros, hours] = [totalsByPlan(shares), totalsByPlan(hourShares)];
    return {
      on,
      leastPeople: LEAST_PEOPLE,
      plans: euros.plans.map(({ planIds, ...sums }) => ({ ...sums, planTitles: titlesOf(planIds) })),
      hours: hours.plans.map(({ planIds, people, freeCents, usedCents, leftCents }) => ({ people, freeMinutes: freeCents, usedMinutes: usedCents, leftMinutes: leftCents, planTitles: titlesOf(planIds) })),
      isHiding: euros.isHiding || hours.isHiding,
      isComplete: accounts <= MAX_ACCOUNTS,
    };
  }
}

function sharesOf({ personId, lots }: CreditUse, plans: ReadonlyMap<string, KnownPlan>, on: string): readonly PlanShare[] {
  return [...lotsByPlan(lots, plans)].flatMap(([plan, of]) => {
    const forecast = plan && forecastOf(of, on);
    return forecast ? [{ planId: plan.planId, personId, freeCents: forecast.freeCents, usedCents: forecast.usedCents, leftCents: forecast.leftCents }] : [];
  });
}

/** In minutes. */
function hourSharesOf({ personId, hours = [] }: CreditUse, plans: ReadonlyMap<string, KnownPlan>, on: string): readonly PlanShare[] {
  return [...lotsByPlan(hours, plans)].flatMap(([plan, of]) => {
    const forecast = plan && hoursForecastOf(of, on);
    return forecast ? [{ planId: plan.planId, personId, freeCents: forecast.freeMinutes, usedCents: forecast.usedMinutes, leftCents: forecast.leftMinutes }] : [];
  });
}
