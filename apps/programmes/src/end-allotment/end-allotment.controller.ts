import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { Allow, authorise, Because, Who, type Answer, type Principal } from '@salvatempo/http';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { allotment, type Allotment } from '../domain/allotment';
import { programmesPolicy } from '../programmes.policy';
import { AllotmentView } from '../read-allotments/allotment.view';
import { changeAllotment, knownAllotment } from '../read-allotments/known-allotment.handler';
import { RuleTables } from '../read-rule-tables/rule-tables.handler';
import type { EndAllotment } from './end-allotment.decider';
import { RenounceAllotmentDto, RevokeAllotmentDto } from './end-allotment.dto';

@ApiTags('programmes')
@Controller('api/programmes/allotments')
export class EndAllotmentController {
  constructor(
    @Inject(runnerOf(allotment)) private readonly allotments: AggregateRunner<Allotment>,
    private readonly rules: RuleTables,
  ) {}

  /** Declares that nothing more will be bought with a grant: what is left goes back to the fund, and the rest can be reported. */
  @Post(':allotmentId/closure')
  @Allow('firm-admin', 'operator')
  @ApiCreatedResponse({ type: AllotmentView })
  async close(@Param('allotmentId') allotmentId: string, @Body() { reason }: RenounceAllotmentDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<AllotmentView>> {
    const { firmId } = await knownAllotment(this.allotments, allotmentId);
    authorise(programmesPolicy(who), 'report', 'Allotment', { firmId });
    return this.end(allotmentId, { how: 'spent', reason: reason.trim(), by: who.personId }, cause);
  }

  /** The firm gives its grant up: what it didn't spend goes back to the fund, for good. */
  @Post(':allotmentId/renunciation')
  @Allow('firm-admin')
  @ApiCreatedResponse({ type: AllotmentView })
  async renounce(@Param('allotmentId') allotmentId: string, @Body() { reason }: RenounceAllotmentDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<AllotmentView>> {
    const { firmId } = await knownAllotment(this.allotments, allotmentId);
    authorise(programmesPolicy(who), 'renounce', 'Allotment', { firmId });
    return this.end(allotmentId, { how: 'renounced', reason: reason.trim(), by: who.personId }, cause);
  }

  /** Takes a grant back: what was paid is to be recovered with interest by the dated table (or a rate with its reason), the rest goes back to the fund. */
  @Post(':allotmentId/revocation')
  @Allow('operator')
  @ApiCreatedResponse({ type: AllotmentView })
  async revoke(@Param('allotmentId') allotmentId: string, @Body() { reason, interestBasisPoints, interestReason }: RevokeAllotmentDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<AllotmentView>> {
    await knownAllotment(this.allotments, allotmentId);
    return this.end(allotmentId, { how: 'revoked', reason: reason.trim(), rates: await this.rules.interest(), interestBasisPoints, interestReason: interestReason?.trim(), by: who.personId }, cause);
  }

  /** An ended allotment changes no more, so that a repeat says the same. */
  private end(allotmentId: string, data: EndAllotment, cause: Cause): Promise<Answer<AllotmentView>> {
    return changeAllotment(this.allotments, allotmentId, { type: 'end-allotment', data }, cause);
  }
}
