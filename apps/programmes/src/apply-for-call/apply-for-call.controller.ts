import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { allotmentRequested, type DataOf } from '@salvatempo/contracts';
import { Allow, authorise, Because, decided, ProblemError, whenFinal, Who, type Answer, type Principal } from '@salvatempo/http';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { allotment, allotmentIdOf, isDecided, type Allotment } from '../domain/allotment';
import { call, type Call } from '../domain/call';
import { programmesPolicy } from '../programmes.policy';
import { AllotmentView, allotmentView } from '../read-allotments/allotment.view';
import { ApplyForCallDto } from './apply-for-call.dto';
import type { RequestAllotment } from './request-allotment.decider';

@ApiTags('programmes')
@Controller('api/programmes/calls')
export class ApplyForCallController {
  constructor(
    @Inject(runnerOf(call)) private readonly calls: AggregateRunner<Call>,
    @Inject(runnerOf(allotment)) private readonly allotments: AggregateRunner<Allotment>,
  ) {}

  /** Applies for a firm's cap of a call: 202 and pending; with `Prefer: wait=2`, 200 once it is granted or refused. */
  @Post(':callId/applications')
  @Allow('firm-admin')
  @ApiAcceptedResponse({ type: AllotmentView })
  @ApiOkResponse({ type: AllotmentView })
  async apply(@Param('callId') callId: string, @Body() { firmId, artisan, memberships, otherFunding }: ApplyForCallDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<AllotmentView>> {
    authorise(programmesPolicy(who), 'apply', 'Allotment', { firmId });
    const found = (await this.calls.load(callId))?.state;
    if (!found || found.status === 'absent') throw new ProblemError('call-not-found');
    const allotmentId = allotmentIdOf(callId, firmId);
    const data: RequestAllotment = { callId, firmId, askedCents: found.terms.firmCapCents, declared: { artisan: artisan ?? false, memberships: memberships ?? [], otherFunding: otherFunding ?? false } };
    const { events, sequence } = decided(await this.allotments.execute(allotmentId, { type: 'request-allotment', data }, cause));
    return {
      status: 202,
      // As it was when it began, whatever has become of it since: a repeat says the same.
      body: allotmentView({ ...(events[0]!.data as DataOf<typeof allotmentRequested>), status: 'requested' }),
      location: `/api/programmes/allotments/${allotmentId}`,
      position: `${allotmentId}:${sequence}`,
      whenFinal: whenFinal(this.allotments, allotmentId, isDecided, allotmentView),
    };
  }
}
