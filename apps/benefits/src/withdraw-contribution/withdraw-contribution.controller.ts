import { Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, authorise, Because, ProblemError, Who, type Answer, type Principal } from '@salvatempo/http';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { benefitsPolicy } from '../benefits.policy';
import { contribution, type Contribution } from '../domain/contribution';
import { contributionAnswer, ContributionRefView } from '../read-contributions/contribution.view';

@ApiTags('benefits')
@Controller('api/benefits/contributions')
export class WithdrawContributionController {
  constructor(@Inject(runnerOf(contribution)) private readonly contributions: AggregateRunner<Contribution>) {}

  /** Calls a contribution of the caller's off before it is paid: its credit is free again. */
  @Post(':contributionId/withdrawal')
  @Allow('employee')
  @ApiOkResponse({ type: ContributionRefView })
  async withdraw(@Param('contributionId') contributionId: string, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<ContributionRefView>> {
    const found = await this.contributions.load(contributionId);
    if (!found) throw new ProblemError('contribution-not-found');
    authorise(benefitsPolicy(who), 'withdraw', 'Contribution', { personId: found.state.personId });
    return contributionAnswer(contributionId, await this.contributions.execute(contributionId, { type: 'withdraw-contribution', data: {} }, cause));
  }
}
