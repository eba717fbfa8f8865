import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { DataOf, Declared, allotmentRequested } from '@salvatempo/contracts';
import { Allow, authorise, Because, decided, ProblemError, whenFinal, Who, type Answer, type Principal } from '@salvatempo/http';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { allotment, allotmentIdOf, isAnswered, isThere, type Allotment } from '../domain/allotment';
import { call, type Call, type Opened } from '../domain/call';
import { hoursFund } from '../domain/hours-fund';
import { programmesPolicy } from '../programmes.policy';
import { AllotmentView, allotmentView } from '../read-allotments/allotment.view';
import { ApplyForCallDto } from './apply-for-call.dto';
import type { RequestAllotment } from './request-allotment.decider';
import type { SubmitApplication } from './submit-application.decider';

/** Beyond this the answer goes out although its `location` has nothing yet. */
const THERE_WITHIN_MS = 500;

interface Taken {
  readonly asked: DataOf<typeof allotmentRequested>;
  readonly position: string;
}

@ApiTags('programmes')
@Controller('api/programmes/calls')
export class ApplyForCallController {
  constructor(
    @Inject(runnerOf(call)) private readonly calls: AggregateRunner<Call>,
    @Inject(runnerOf(allotment)) private readonly allotments: AggregateRunner<Allotment>,
  ) {}

  /**
   * Applies for a firm's cap of a call: 202 and pending; with `Prefer: wait=2`, 200 once it is granted or refused, of a ranked call
   * once it is found eligible or refused.
   */
  @Post(':callId/applications')
  @Allow('firm-admin')
  @ApiAcceptedResponse({ type: AllotmentView })
  @ApiOkResponse({ type: AllotmentView })
  async apply(@Param('callId') callId: string, @Body() { firmId, artisan, memberships, otherFunding }: ApplyForCallDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<AllotmentView>> {
    authorise(programmesPolicy(who), 'apply', 'Allotment', { firmId });
    if (callId.startsWith(`${hoursFund.prefix}_`)) throw new ProblemError('fund-unit-mismatch');
    const found = (await this.calls.load(callId))?.state;
    if (!found || found.status === 'absent') throw new ProblemError('call-not-found');
    const declared = { artisan: artisan ?? false, memberships: memberships ?? [], otherFunding: otherFunding ?? false };
    const allotmentId = allotmentIdOf(callId, firmId);
    const { asked, position } = await (found.terms.ranking ? this.submit(found, firmId, declared, cause) : this.request(found, firmId, declared, cause));
    return {
      status: 202,
      // As it was when it began, whatever has become of it since: a repeat says the same.
      body: allotmentView({ ...asked, status: 'requested' }),
      location: `/api/programmes/allotments/${allotmentId}`,
      position,
      whenFinal: whenFinal(this.allotments, allotmentId, isAnswered, allotmentView),
    };
  }

  private async request({ callId, terms }: Opened, firmId: string, declared: Declared, cause: Cause): Promise<Taken> {
    const allotmentId = allotmentIdOf(callId, firmId);
    const data: RequestAllotment = { callId, firmId, askedCents: terms.firmCapCents, declared };
    const { events, sequence } = decided(await this.allotments.execute(allotmentId, { type: 'request-allotment', data }, cause));
    return { asked: events[0]!.data as DataOf<typeof allotmentRequested>, position: `${allotmentId}:${sequence}` };
  }

  /** A ranked call has the application first, and the allotment follows from it; usually it is there before the answer is. */
  private async submit({ callId }: Opened, firmId: string, declared: Declared, cause: Cause): Promise<Taken> {
    const allotmentId = allotmentIdOf(callId, firmId);
    const data: SubmitApplication = { allotmentId, firmId, declared };
    const { events, sequence } = decided(await this.calls.execute(callId, { type: 'submit-application', data }, cause));
    await this.allotments.final(allotmentId, isThere, THERE_WITHIN_MS);
    return { asked: events[0]!.data as DataOf<typeof allotmentRequested>, position: `${callId}:${sequence}` };
  }
}
