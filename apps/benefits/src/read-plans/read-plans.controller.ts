import { Controller, Get, Headers, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, authorise, organisationsOf, positionOf, ProblemError, Who, type Principal } from '@salvatempo/http';
import { romeDate } from '@salvatempo/kernel';
import type { AggregateRunner, RowReader } from '@salvatempo/messaging';
import { PLATFORM, readerOf, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { benefitsPolicy } from '../benefits.policy';
import { planList, type PlanRow } from '../open-plan/plan-list.projection';
import { plan, type Plan } from '../open-plan/plan.aggregate';
import { OwnFirmQueryDto } from '../read-accounts/firm-query.dto';
import { OwnPlanPage, PlanDetailView, planView } from './plan.view';

/** Plans of a firm that its people are shown at a time. */
const MAX_PLANS = 20;

@ApiTags('benefits')
@Controller('api/benefits/plans')
export class ReadPlansController {
  constructor(
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
    @Inject(runnerOf(plan)) private readonly plans: AggregateRunner<Plan>,
    @Inject(readerOf(planList)) private readonly list: RowReader<PlanRow>,
  ) {}

  /** The plans of the caller's employer, with every version that was published and its text. */
  @Get('mine')
  @Allow('employee')
  @ApiOkResponse({ type: OwnPlanPage })
  async mine(@Who() who: Principal, @Query() { firmId }: OwnFirmQueryDto): Promise<OwnPlanPage> {
    const wanted = firmId ?? organisationsOf(who, 'employee')[0]!;
    authorise(benefitsPolicy(who), 'readTerms', 'Plan', { firmId: wanted });
    const { items } = await this.list.page({ tenancy: { tenant: wanted }, limit: MAX_PLANS, newestFirst: true });
    const found = await Promise.all(items.map(({ planId }) => this.plans.load(planId)));
    const shown = found.flatMap((one) => (one && one.state.status === 'open' ? [planView(one.state, one.personal, this.today(), false)] : []));
    return { items: shown };
  }

  /** A plan of the caller's firm, with its draft. */
  @Get(':planId')
  @Allow('firm-admin', 'operator')
  @ApiOkResponse({ type: PlanDetailView })
  async one(@Param('planId') planId: string, @Who() who: Principal, @Headers('salvatempo-position') position?: string): Promise<PlanDetailView> {
    await this.list.caughtUp(positionOf(position));
    const found = await this.plans.load(planId);
    if (!found || found.state.status === 'absent') throw new ProblemError('plan-not-found');
    authorise(benefitsPolicy(who), 'read', 'Plan', { firmId: found.state.firmId });
    return planView(found.state, found.personal, this.today(), true);
  }

  private today(): string {
    return romeDate(this.ports.ambient.clock.now());
  }
}
