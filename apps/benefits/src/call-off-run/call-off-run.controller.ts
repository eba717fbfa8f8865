import { Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { creditRunCalledOff, DataOf } from '@salvatempo/contracts';
import { Allow, authorise, Because, decided, ProblemError, Who, type Answer, type Principal } from '@salvatempo/http';
import { romeDate } from '@salvatempo/kernel';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { PLATFORM, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { benefitsPolicy } from '../benefits.policy';
import { coverTermsOn } from '../cover-credit/firm-cover.table';
import { creditRun, type CreditRun } from '../credit-people/credit-run.aggregate';
import { coverIdOf, firmCover, proformaIdOf, referenceOf, type FirmCover } from '../domain/firm-cover';
import type { CallOffRun } from './call-off-run.decider';

class CalledOffRunView {
  @ApiProperty() runId!: string;
  @ApiProperty({ enum: ['called-off'] }) status!: string;
  @ApiProperty({ description: 'Credit that nobody is given, in euro cents.' }) amountCents!: number;
  @ApiProperty({ description: 'Of it, what the firm had transferred: it is free again, in euro cents.' }) freedCents!: number;
}

/** A pro-forma is issued, and then cancelled: its second event, which the list shows once it is there. */
const CANCELLED = 2;

@ApiTags('benefits')
@Controller('api/benefits/credit-runs')
export class CallOffRunController {
  constructor(
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
    @Inject(runnerOf(creditRun)) private readonly runs: AggregateRunner<CreditRun>,
    @Inject(runnerOf(firmCover)) private readonly covers: AggregateRunner<FirmCover>,
  ) {}

  /** Calls off credit that waits for the firm's transfer: nobody is given any of it. 409 once it may be given. */
  @Post(':runId/cancellation')
  @Allow('firm-admin')
  @ApiOkResponse({ type: CalledOffRunView })
  async callOff(@Param('runId') runId: string, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<CalledOffRunView>> {
    const state = (await this.runs.load(runId))?.state;
    if (!state || state.status === 'absent') throw new ProblemError('credit-run-not-found');
    authorise(benefitsPolicy(who), 'credit', 'Plan', { firmId: state.firmId });
    // What people chose of their premium, or left to the pool, isn't the firm's to call off.
    if (state.lot.origin !== 'plan') throw new ProblemError('credit-run-of-people');
    const coverId = coverIdOf(state.firmId);
    const data: CallOffRun = { runId, terms: coverTermsOn(romeDate(this.ports.ambient.clock.now())) };
    const { events } = decided(await this.covers.execute(coverId, { type: 'call-off-run', data }, cause));
    const { amountCents, freedCents } = events[0]!.data as DataOf<typeof creditRunCalledOff>;
    return { status: 200, body: { runId, status: 'called-off', amountCents, freedCents }, position: `${proformaIdOf(referenceOf(runId))}:${CANCELLED}` };
  }
}
