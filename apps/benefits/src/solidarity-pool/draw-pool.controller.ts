import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { poolDrawn, type DataOf, type LotTerms } from '@salvatempo/contracts';
import { Allow, authorise, Because, calendarDay, DATE, decided, ProblemError, whenFinal, Who, type Answer, type Principal } from '@salvatempo/http';
import { ANY_ID, derivedId, endOfRomeDay, idPattern, romeDate } from '@salvatempo/kernel';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { PLATFORM, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { benefitsPolicy } from '../benefits.policy';
import { GroupPeople } from '../credit-group/group-people.handler';
import { runView } from '../credit-people/credit-people.controller';
import { CreditRunView } from '../credit-people/credit-people.dto';
import { creditRun, isAnswerable, type CreditRun } from '../credit-people/credit-run.aggregate';
import { RoomForRun } from '../cover-credit/room-for-run.handler';
import { versionFor } from '../credit-people/plan-limits.handler';
import { lotPlanOf } from '../domain/plan-terms';
import { plan, type Plan } from '../open-plan/plan.aggregate';
import { poolIdOf, solidarityPool, type DrawPool, type SolidarityPool } from './solidarity-pool.aggregate';

export class DrawPoolDto {
  @ApiProperty({ description: 'The plan by whose groups and letters it is given.' })
  @Matches(idPattern('pln'))
  planId!: string;

  @ApiPropertyOptional({ description: 'A group of the plan; the plan’s group of everybody else where it is left out. Never people by name.' })
  @IsOptional()
  @Matches(/^[a-z0-9]{1,30}(-[a-z0-9]{1,30}){0,3}$/)
  category?: string;

  @ApiProperty({ description: 'For each person, in euro cents.', minimum: 1 })
  @IsInt()
  @Min(1)
  @Max(10_000_000)
  amountCents!: number;

  @ApiProperty({ format: 'date', description: 'Last day.' })
  @Matches(DATE)
  validUntil!: string;
}

export class SolidarityPoolView {
  @ApiProperty() firmId!: string;
  @ApiProperty({ description: 'Euro cents: all that came less all that was given.' }) balanceCents!: number;
  @ApiProperty() inCents!: number;
  @ApiProperty() outCents!: number;
}

@ApiTags('benefits')
@Controller('api/benefits/solidarity-pools')
export class DrawPoolController {
  constructor(
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
    @Inject(runnerOf(solidarityPool)) private readonly pools: AggregateRunner<SolidarityPool>,
    @Inject(runnerOf(plan)) private readonly plans: AggregateRunner<Plan>,
    @Inject(runnerOf(creditRun)) private readonly runs: AggregateRunner<CreditRun>,
    @Inject(RoomForRun) private readonly room: RoomForRun,
    @Inject(GroupPeople) private readonly people: GroupPeople,
  ) {}

  /** What a firm's pool holds; nothing where no residue ever came. */
  @Get(':firmId')
  @Allow('firm-admin')
  @ApiOkResponse({ type: SolidarityPoolView })
  async one(@Param('firmId') firmId: string, @Who() who: Principal): Promise<SolidarityPoolView> {
    authorise(benefitsPolicy(who), 'read', 'Plan', { firmId: ANY_ID.test(firmId) ? firmId : '' });
    const { balanceCents, inCents, outCents } = (await this.pools.load(poolIdOf(firmId)))?.state ?? solidarityPool.initial;
    return { firmId, balanceCents, inCents, outCents };
  }

  /** Gives credit from the pool to everybody of a group, the same to each: 202, then account by account. */
  @Post(':firmId/draws')
  @Allow('firm-admin')
  @ApiAcceptedResponse({ type: CreditRunView })
  @ApiOkResponse({ type: CreditRunView })
  async draw(@Param('firmId') firmId: string, @Body() body: DrawPoolDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<CreditRunView>> {
    authorise(benefitsPolicy(who), 'credit', 'Plan', { firmId: ANY_ID.test(firmId) ? firmId : '' });
    const poolId = poolIdOf(firmId);
    const runId = derivedId('run', cause.id);
    const outcome = (await this.pools.earlier(poolId, cause)) ?? (await this.pools.execute(poolId, { type: 'draw-pool', data: await this.command(firmId, runId, body) }, cause));
    const { events, sequence } = decided(outcome);
    const { planId, lot, personIds } = events[0]!.data as DataOf<typeof poolDrawn>;
    return {
      status: 202,
      body: runView({ status: 'running', runId, planId, firmId, lot, personIds }),
      location: `/api/benefits/credit-runs/${runId}`,
      position: `${poolId}:${sequence}`,
      whenFinal: whenFinal(this.runs, runId, isAnswerable, runView),
    };
  }

  private async command(firmId: string, runId: string, { planId, category, amountCents, validUntil }: DrawPoolDto): Promise<DrawPool> {
    const state = (await this.plans.load(planId))?.state;
    if (!state || state.status === 'absent' || state.firmId !== firmId) throw new ProblemError('plan-not-found');
    await this.room.in(firmId);
    const now = this.ports.ambient.clock.now();
    const version = versionFor(state, romeDate(now));
    if (!version) throw new ProblemError('plan-not-published');
    const until = endOfRomeDay(calendarDay('validUntil', validUntil));
    if (until <= now) throw new ProblemError('validity-over');
    if (validUntil > version.terms.validTo) throw new ProblemError('credit-beyond-plan', { params: { day: version.terms.validTo } });
    const { letters } = version.terms;
    const lot: LotTerms = { amountCents, letter: letters[0]!, letters, origin: 'solidarity-pool', unit: 'EUR', validFrom: now, validUntil: until, plan: lotPlanOf(planId, version) };
    return { planId, runId, lot, personIds: await this.people.of(firmId, version, category, romeDate(now)) };
  }
}
