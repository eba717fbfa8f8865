import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { planDrafted, planPublished, type DataOf, type PlanTerms } from '@salvatempo/contracts';
import { Allow, authorise, Because, calendarDay, decided, ProblemError, Who, type Answer, type Principal } from '@salvatempo/http';
import { romeDate } from '@salvatempo/kernel';
import type { AggregateRunner, Cause, RowReader } from '@salvatempo/messaging';
import { PLATFORM, readerOf, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { benefitsPolicy } from '../benefits.policy';
import { amountOf } from '../credit-people/credit-amount.check';
import { firmPeople, worksOn, type FirmPersonRow } from '../firm-people/firm-people.projection';
import { plan, type Plan } from '../open-plan/plan.aggregate';
import { groupNameOf } from './employee-categories.table';
import { DraftPlanDto, PlanDraftView, PlanGroupDto, PlanVersionRefView, PublishPlanDto } from './plan-terms.dto';

/** A firm is small where it counts for a review: no more people are looked at. */
const LOOKED_AT = 100;

/** What a firm writes down of its plan, and publishes: from a day on, and only forward. */
@ApiTags('benefits')
@Controller('api/benefits/plans')
export class PublishPlanController {
  constructor(
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
    @Inject(runnerOf(plan)) private readonly plans: AggregateRunner<Plan>,
    @Inject(readerOf(firmPeople)) private readonly people: RowReader<FirmPersonRow>,
  ) {}

  /** Writes down the terms and the text that may be published next, in place of an earlier draft. */
  @Post(':planId/drafts')
  @Allow('firm-admin')
  @ApiCreatedResponse({ type: PlanDraftView })
  async draft(@Param('planId') planId: string, @Body() { text, ...body }: DraftPlanDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<PlanDraftView>> {
    await this.ownPlan(planId, who);
    const terms = termsOf(body);
    const { events, sequence } = decided(await this.plans.execute(planId, { type: 'draft-plan', data: { terms, text } }, cause));
    const { edition, textHash } = events[0]!.data as DataOf<typeof planDrafted>;
    return { status: 201, body: { planId, edition, textHash }, location: `/api/benefits/plans/${planId}`, position: `${planId}:${sequence}` };
  }

  /** Publishes the draft: who works for the firm can read it, and credit goes by it from its first day on. */
  @Post(':planId/versions')
  @Allow('firm-admin')
  @ApiCreatedResponse({ type: PlanVersionRefView })
  async publish(@Param('planId') planId: string, @Body() { edition }: PublishPlanDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<PlanVersionRefView>> {
    const { firmId } = await this.ownPlan(planId, who);
    const data = { edition, employees: await this.employees(firmId) };
    const { events, sequence } = decided(await this.plans.execute(planId, { type: 'publish-plan', data }, cause));
    const { number, terms, publishedAt, textHash, review } = events[0]!.data as DataOf<typeof planPublished>;
    const body = { planId, number, validFrom: terms.validFrom, publishedAt, textHash, ...(review && { review }) };
    return { status: 201, body, location: `/api/benefits/plans/${planId}`, position: `${planId}:${sequence}` };
  }

  private async ownPlan(planId: string, who: Principal): Promise<{ readonly firmId: string }> {
    const state = (await this.plans.load(planId))?.state;
    if (!state || state.status === 'absent') throw new ProblemError('plan-not-found');
    authorise(benefitsPolicy(who), 'open', 'Plan', { firmId: state.firmId });
    return state;
  }

  private async employees(firmId: string): Promise<number> {
    const { items } = await this.people.page({ tenancy: { tenant: firmId }, limit: LOOKED_AT });
    return items.filter((person) => worksOn(person, romeDate(this.ports.ambient.clock.now()))).length;
  }
}

/** What was left out isn't there at all: no store takes `undefined`. */
const withoutUndefined = <T extends object>(given: T): T => Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as T;

const groupAt = ({ category, ...amount }: PlanGroupDto, n: number): PlanTerms['groups'][number] => withoutUndefined({ category, ...amountOf(amount, `groups.${n}.amountCents`) });

/** Throws ProblemError `invalid-request` for a day that isn't in the calendar for a group that is none, and for one of euros and hours. */
function termsOf({ validFrom, validTo, period, groups, letters, residue, runOutDays, practice }: Omit<DraftPlanDto, 'text'>): PlanTerms {
  for (const [field, day] of [['validFrom', validFrom], ['validTo', validTo]] as const) calendarDay(field, day);
  const unknown = groups.findIndex(({ category }) => category !== undefined && groupNameOf(category, validFrom) === undefined);
  if (unknown >= 0) throw new ProblemError('invalid-request', { errors: [{ field: `groups.${unknown}.category`, code: 'category', message: 'Questa categoria non è nell’elenco dei gruppi oggettivi.' }] });
  return { validFrom, validTo, period, groups: groups.map(groupAt), letters, residue: withoutUndefined(residue), runOutDays, practice: withoutUndefined(practice) };
}
