import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { creditRunStarted, type DataOf } from '@salvatempo/contracts';
import { Allow, authorise, Because, decided, ProblemError, whenFinal, Who, type Answer, type Principal } from '@salvatempo/http';
import { derivedId, romeDate } from '@salvatempo/kernel';
import type { AggregateRunner, Cause, Outcome } from '@salvatempo/messaging';
import { PLATFORM, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { benefitsPolicy } from '../benefits.policy';
import { runView } from '../credit-people/credit-people.controller';
import { CreditRunView } from '../credit-people/credit-people.dto';
import { creditRun, isAnswerable, type CreditRun, type StartRun } from '../credit-people/credit-run.aggregate';
import { RoomForRun } from '../cover-credit/room-for-run.handler';
import { versionFor } from '../credit-people/plan-limits.handler';
import { groupLot, periodOf } from '../domain/plan-terms';
import { plan, type OpenedPlan, type Plan } from '../open-plan/plan.aggregate';
import { CreditGroupDto } from './credit-group.dto';
import { GroupPeople } from './group-people.handler';

/** How often a group's credit of one period can be called off and asked for again. */
const MOST_ATTEMPTS = 20;

@ApiTags('benefits')
@Controller('api/benefits/plans')
export class CreditGroupController {
  constructor(
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
    @Inject(runnerOf(plan)) private readonly plans: AggregateRunner<Plan>,
    @Inject(runnerOf(creditRun)) private readonly runs: AggregateRunner<CreditRun>,
    @Inject(RoomForRun) private readonly room: RoomForRun,
    @Inject(GroupPeople) private readonly people: GroupPeople,
  ) {}

  /**
   * Gives everybody of a group what the plan gives it for a period: 202, then account by account; with `Prefer: wait=2`, 200 when all have it.
   * A group is credited once a period: its run's id follows from plan, group and period, and a second one is refused unless the first was called off.
   */
  @Post(':planId/group-credit-runs')
  @Allow('firm-admin')
  @ApiAcceptedResponse({ type: CreditRunView })
  @ApiOkResponse({ type: CreditRunView })
  async credit(@Param('planId') planId: string, @Body() body: CreditGroupDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<CreditRunView>> {
    const { state } = (await this.plans.load(planId)) ?? {};
    if (!state || state.status === 'absent') throw new ProblemError('plan-not-found');
    authorise(benefitsPolicy(who), 'credit', 'Plan', { firmId: state.firmId });
    const { runId, earlier } = await this.runOf(planId, body, cause);
    const outcome = earlier ?? (await this.runs.execute(runId, { type: 'start-run', data: await this.command(state, body) }, cause));
    const { events: [started], sequence } = decided(outcome);
    // Somebody else was first in the meantime.
    if (!started) throw new ProblemError('plan-group-credited', { params: { period: body.period } });
    return {
      status: 202,
      body: runView({ status: 'running', ...(started.data as DataOf<typeof creditRunStarted>) }),
      location: `/api/benefits/credit-runs/${runId}`,
      position: `${runId}:${sequence}`,
      whenFinal: whenFinal(this.runs, runId, isAnswerable, runView),
    };
  }

  /**
   * The group's run of the period: the first one that wasn't called off, or what the same request began before. Throws ProblemError `plan-group-credited`
   * where it is there already.
   */
  private async runOf(planId: string, { category, period }: CreditGroupDto, cause: Cause): Promise<{ readonly runId: string; readonly earlier?: Outcome<CreditRun> | undefined }> {
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
      const runId = derivedId('run', planId, category ?? '', period, ...(attempt === 1 ? [] : [String(attempt)]));
      const earlier = await this.runs.earlier(runId, cause);
      const found = await this.runs.load(runId);
      if (earlier || !found) return { runId, earlier };
      if (found.state.status !== 'called-off') break;
    }
    throw new ProblemError('plan-group-credited', { params: { period } });
  }

  private async command(state: OpenedPlan, { category, period }: CreditGroupDto): Promise<StartRun> {
    const { planId, firmId } = state;
    await this.room.in(firmId);
    const now = this.ports.ambient.clock.now();
    const [today, begins] = [romeDate(now), period.length === 4 ? `${period}-01-01` : `${period}-01`];
    // A plan that begins within the period gives from its own first day on.
    const first = state.versions?.[0]?.terms.validFrom ?? '';
    const day = [today, begins, first.startsWith(period) ? first : ''].sort().at(-1)!;
    const version = versionFor(state, day);
    if (!version) throw new ProblemError('plan-not-published');
    const group = version.terms.groups.find((one) => one.category === category);
    if (!group) throw new ProblemError('plan-no-group');
    const days = periodOf(version.terms, period);
    if (!days || !day.startsWith(period)) throw new ProblemError('plan-period');
    const lot = groupLot(planId, version, group, days, now);
    return { planId, firmId, lot, personIds: await this.people.of(firmId, version, category, day) };
  }
}
