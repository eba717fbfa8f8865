import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { Allow, authorise, organisationsOf, Who, type Principal } from '@salvatempo/http';
import { ANY_ID, romeDate } from '@salvatempo/kernel';
import type { RowReader } from '@salvatempo/messaging';
import { PLATFORM, readerOf, type PlatformPorts } from '@salvatempo/runtime';
import { IsOptional, Matches } from 'class-validator';
import { benefitsPolicy } from '../benefits.policy';
import { forecastOf } from '../domain/forecast';
import { LEAST_PEOPLE, totalsByPlan, type PlanShare } from '../domain/forecast-groups';
import { creditUse, type CreditUseRow } from '../follow-use/credit-use.projection';
import { FirmForecastView } from './forecast.view';
import { lotsByPlan, PlansOfLots, type KnownPlan } from './plans-of-lots.handler';

/** Accounts of a firm that are added up at most. */
const MAX_ACCOUNTS = 20_000;

class ForecastFirmQueryDto {
  @ApiPropertyOptional({ description: 'By default the caller’s first firm.' })
  @IsOptional()
  @Matches(ANY_ID)
  firmId?: string;
}

@ApiTags('benefits')
@Controller('api/benefits/forecasts')
export class FirmForecastController {
  constructor(
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
    @Inject(readerOf(creditUse)) private readonly uses: RowReader<CreditUseRow>,
    @Inject(PlansOfLots) private readonly plansOf: PlansOfLots,
  ) {}

  /** What would be left of a firm's plans at the pace so far: totals of at least so many people, and never whose. */
  @Get()
  @Allow('firm-admin')
  @ApiOkResponse({ type: FirmForecastView })
  async ofFirm(@Query() query: ForecastFirmQueryDto, @Who() who: Principal): Promise<FirmForecastView> {
    const firmId = query.firmId ?? organisationsOf(who, 'firm-admin')[0]!;
    authorise(benefitsPolicy(who), 'read', 'Plan', { firmId });
    const on = romeDate(this.ports.ambient.clock.now());
    const [shares, titles] = [[] as PlanShare[], new Map<string, string>()];
    let [plans, accounts]: [ReadonlyMap<string, KnownPlan>, number] = [new Map(), 0];
    for await (const row of this.uses.each({ tenancy: { tenant: firmId } })) {
      if (++accounts > MAX_ACCOUNTS) break;
      const isKnown = row.lots.every(({ runId }) => runId === undefined || plans.has(runId));
      // People of one firm have the same few runs.
      if (!isKnown) plans = new Map([...plans, ...(await this.plansOf.byRun(row.lots))]);
      for (const { planId, title } of plans.values()) titles.set(planId, title);
      shares.push(...sharesOf(row, plans, on));
    }
    const { plans: totals, isHiding } = totalsByPlan(shares);
    const views = totals.map(({ planIds, ...sums }) => ({ ...sums, planTitles: planIds.map((planId) => titles.get(planId)!) }));
    return { on, leastPeople: LEAST_PEOPLE, plans: views, isHiding, isComplete: accounts <= MAX_ACCOUNTS };
  }
}

function sharesOf({ personId, lots }: CreditUseRow, plans: ReadonlyMap<string, KnownPlan>, on: string): readonly PlanShare[] {
  return [...lotsByPlan(lots, plans)].flatMap(([plan, of]) => {
    const forecast = plan && forecastOf(of, on);
    return forecast ? [{ planId: plan.planId, personId, freeCents: forecast.freeCents, usedCents: forecast.usedCents, leftCents: forecast.leftCents }] : [];
  });
}
