import { Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, authorise, Because, ProblemError, Who, type Answer, type Principal } from '@salvatempo/http';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { benefitsPolicy } from '../benefits.policy';
import { claim, type Claim } from '../domain/claim';
import { claimAnswer, ClaimChangeView } from '../read-claims/claim.view';

@ApiTags('benefits')
@Controller('api/benefits/claims')
export class WithdrawClaimController {
  constructor(@Inject(runnerOf(claim)) private readonly claims: AggregateRunner<Claim>) {}

  /** Takes a claim back before it is decided: its credit is free again, and so is its document. */
  @Post(':claimId/withdrawal')
  @Allow('employee')
  @ApiOkResponse({ type: ClaimChangeView })
  async withdraw(@Param('claimId') claimId: string, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<ClaimChangeView>> {
    const found = await this.claims.load(claimId);
    if (!found) throw new ProblemError('claim-not-found');
    authorise(benefitsPolicy(who), 'answer', 'Claim', found.state);
    return claimAnswer(claimId, await this.claims.execute(claimId, { type: 'withdraw-claim', data: {} }, cause));
  }
}
