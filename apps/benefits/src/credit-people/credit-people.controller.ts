import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { creditRunStarted, type DataOf, type LotTerms } from '@salvatempo/contracts';
import { Allow, authorise, Because, decided, ProblemError, whenFinal, Who, type Answer, type Principal } from '@salvatempo/http';
import { derivedId, endOfRomeDay, romeDate, startOfRomeDay } from '@salvatempo/kernel';
import type { AggregateRunner, Cause, RowReader } from '@salvatempo/messaging';
import { PLATFORM, readerOf, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { benefitsPolicy } from '../benefits.policy';
import { RoomForRun } from '../cover-credit/room-for-run.handler';
import { firmPeople, worksOn, type FirmPersonRow } from '../firm-people/firm-people.projection';
import { plan, type Plan } from '../open-plan/plan.aggregate';
import { amountOf, unitOf } from './credit-amount.check';
import { CreditPeopleDto, CreditRunView } from './credit-people.dto';
import { isAddressed, lotUnder, versionFor } from './plan-limits.handler';
import { creditRun, isAnswerable, isPutOff, type CreditRun, type StartRun } from './credit-run.aggregate';

const MAX_PEOPLE = 1_000;

@ApiTags('benefits')
@Controller('api/benefits')
export class CreditPeopleController {
  constructor(
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
    @Inject(runnerOf(plan)) private readonly plans: AggregateRunner<Plan>,
    @Inject(runnerOf(creditRun)) private readonly runs: AggregateRunner<CreditRun>,
    @Inject(RoomForRun) private readonly room: RoomForRun,
    @Inject(readerOf(firmPeople)) private readonly people: RowReader<FirmPersonRow>,
  ) {}

  /**
   * Credits each person who works for the plan's firm on the credit's first day: 202, then account by account; with `Prefer: wait=2`, 200 when all have
   * it. Above what the firm transferred and its guarantee the run is `awaiting-transfer`, announced and not to be spent.
   */
  @Post('plans/:planId/credit-runs')
  @Allow('firm-admin')
  @ApiAcceptedResponse({ type: CreditRunView })
  @ApiOkResponse({ type: CreditRunView })
  async credit(@Param('planId') planId: string, @Body() body: CreditPeopleDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<CreditRunView>> {
    const runId = derivedId('run', cause.id);
    const earlier = await this.runs.earlier(runId, cause);
    const outcome = earlier ?? (await this.runs.execute(runId, { type: 'start-run', data: await this.command(planId, body, who) }, cause));
    const { events, sequence } = decided(outcome);
    return {
      status: 202,
      body: runView({ status: 'running', ...(events[0]!.data as DataOf<typeof creditRunStarted>) }),
      location: `/api/benefits/credit-runs/${runId}`,
      position: `${runId}:${sequence}`,
      whenFinal: whenFinal(this.runs, runId, isAnswerable, runView),
    };
  }

  @Get('credit-runs/:runId')
  @Allow('firm-admin')
  @ApiOkResponse({ type: CreditRunView })
  async one(@Param('runId') runId: string, @Who() who: Principal): Promise<CreditRunView> {
    const state = (await this.runs.load(runId))?.state;
    if (!state || state.status === 'absent') throw new ProblemError('credit-run-not-found');
    authorise(benefitsPolicy(who), 'read', 'Plan', { firmId: state.firmId });
    return runView(state);
  }

  private async command(planId: string, body: CreditPeopleDto, who: Principal): Promise<StartRun> {
    const state = (await this.plans.load(planId))?.state;
    if (!state || state.status === 'absent') throw new ProblemError('plan-not-found');
    const { firmId } = state;
    authorise(benefitsPolicy(who), 'credit', 'Plan', { firmId });
    await this.room.in(firmId);
    const lot = this.lot(body);
    // Whoever has left when the credit begins to be valid is given none.
    const now = this.ports.ambient.clock.now();
    const day = romeDate(lot.validFrom > now ? lot.validFrom : now);
    const version = versionFor(state, day);
    const people = (await this.working(firmId, body.personIds, day)).filter((person) => body.personIds !== undefined || isAddressed(version, person));
    return { planId, firmId, lot: lotUnder(version, planId, lot, people), personIds: people.map(({ personId }) => personId) };
  }

  private lot({ letter, validFrom, validUntil, ...body }: CreditPeopleDto): LotTerms {
    const amount = amountOf(body);
    try {
      const from = validFrom === undefined ? this.ports.ambient.clock.now() : startOfRomeDay(validFrom);
      return { ...amount, unit: unitOf(amount), letter, origin: 'plan', validFrom: from, validUntil: endOfRomeDay(validUntil) };
    } catch {
      // A date of the right shape that isn't in the calendar, such as 30 February.
      throw new ProblemError('validity-over');
    }
  }

  private async working(firmId: string, wanted: readonly string[] | undefined, day: string): Promise<readonly FirmPersonRow[]> {
    const known: FirmPersonRow[] = [];
    for await (const person of this.people.each({ tenancy: { tenant: firmId } })) if (known.push(person) === MAX_PEOPLE) break;
    const working = known.filter((person) => worksOn(person, day));
    if (wanted?.some((personId) => !known.some((person) => person.personId === personId))) throw new ProblemError('person-not-in-firm');
    const chosen = wanted?.map((personId) => working.find((person) => person.personId === personId));
    if (chosen?.includes(undefined)) throw new ProblemError('person-left-firm');
    return (chosen as FirmPersonRow[] | undefined) ?? working;
  }
}

export function runView(state: Exclude<CreditRun, { status: 'absent' }>): CreditRunView {
  const { runId, planId, firmId, lot } = state;
  const status = isPutOff(state) ? 'put-off' : state.status;
  const accounts = state.status === 'completed' ? state.accounts : state.personIds.length;
  const { amountCents, hours, letter, validFrom, validUntil } = lot;
  return { runId, planId, firmId, status, accounts, amountCents, ...hours, letter, validFrom, validUntil };
}
