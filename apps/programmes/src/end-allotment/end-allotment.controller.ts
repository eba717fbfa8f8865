import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { Allow, authorise, Because, decided, ProblemError, Who, type Answer, type Principal } from '@salvatempo/http';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { allotment, type Allotment, type Known } from '../domain/allotment';
import { programmesPolicy } from '../programmes.policy';
import { AllotmentView, allotmentView } from '../read-allotments/allotment.view';
import type { EndAllotment } from './end-allotment.decider';
import { RenounceAllotmentDto, RevokeAllotmentDto } from './end-allotment.dto';

@ApiTags('programmes')
@Controller('api/programmes/allotments')
export class EndAllotmentController {
  constructor(@Inject(runnerOf(allotment)) private readonly allotments: AggregateRunner<Allotment>) {}

  /** The firm gives its grant up: what it didn't spend goes back to the fund, for good. */
  @Post(':allotmentId/renunciation')
  @Allow('firm-admin')
  @ApiCreatedResponse({ type: AllotmentView })
  async renounce(@Param('allotmentId') allotmentId: string, @Body() { reason }: RenounceAllotmentDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<AllotmentView>> {
    const { firmId } = await this.known(allotmentId);
    authorise(programmesPolicy(who), 'renounce', 'Allotment', { firmId });
    return this.end(allotmentId, { how: 'renounced', reason: reason.trim(), interestBasisPoints: 0 }, cause);
  }

  /** Takes a grant back: what was paid is to be recovered with interest, the rest goes back to the fund. */
  @Post(':allotmentId/revocation')
  @Allow('operator')
  @ApiCreatedResponse({ type: AllotmentView })
  async revoke(@Param('allotmentId') allotmentId: string, @Body() { reason, interestBasisPoints }: RevokeAllotmentDto, @Because() cause: Cause): Promise<Answer<AllotmentView>> {
    await this.known(allotmentId);
    return this.end(allotmentId, { how: 'revoked', reason: reason.trim(), interestBasisPoints }, cause);
  }

  /** Throws ProblemError `allotment-not-found`. */
  private async known(allotmentId: string): Promise<Known> {
    const state = (await this.allotments.load(allotmentId))?.state;
    if (!state || state.status === 'absent') throw new ProblemError('allotment-not-found');
    return state;
  }

  /** An ended allotment changes no more, so that a repeat says the same. */
  private async end(allotmentId: string, data: EndAllotment, cause: Cause): Promise<Answer<AllotmentView>> {
    const { state, sequence } = decided(await this.allotments.execute(allotmentId, { type: 'end-allotment', data }, cause));
    return { status: 201, body: allotmentView(state as Known), location: `/api/programmes/allotments/${allotmentId}`, position: `${allotmentId}:${sequence}` };
  }
}
