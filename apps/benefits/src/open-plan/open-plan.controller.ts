import { Body, Controller, Inject, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { planOpened, type DataOf } from '@salvatempo/contracts';
import { Allow, authorise, Because, decided, Who, type Answer, type Principal } from '@salvatempo/http';
import { derivedId } from '@salvatempo/kernel';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { benefitsPolicy } from '../benefits.policy';
import { OpenPlanDto, PlanView } from './open-plan.dto';
import { plan, type Plan } from './plan.aggregate';

@ApiTags('benefits')
@Controller('api/benefits/plans')
export class OpenPlanController {
  constructor(@Inject(runnerOf(plan)) private readonly plans: AggregateRunner<Plan>) {}

  /** Opens a welfare plan for the caller's firm, as a draft where it says so. */
  @Post()
  @Allow('firm-admin')
  @ApiCreatedResponse({ type: PlanView })
  async open(@Body() { firmId, title, source, isDraft }: OpenPlanDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<PlanView>> {
    authorise(benefitsPolicy(who), 'open', 'Plan', { firmId });
    const planId = derivedId('pln', cause.id);
    const outcome = await this.plans.execute(planId, { type: 'open-plan', data: { firmId, title, source, ...(isDraft && { isDraft }) } }, cause);
    const { events, sequence } = decided(outcome);
    const { isDraft: waits, ...opened } = events[0]!.data as DataOf<typeof planOpened>;
    const body = { ...opened, ...(waits && { status: 'draft' }) };
    return { status: 201, body, location: `/api/benefits/plans/${planId}`, position: `${planId}:${sequence}` };
  }
}
