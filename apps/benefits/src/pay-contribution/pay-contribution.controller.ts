import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, authorise, Because, calendarDay, ProblemError, Who, type Answer, type Principal } from '@salvatempo/http';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { benefitsPolicy } from '../benefits.policy';
import { contribution, type Contribution } from '../domain/contribution';
import { contributionAnswer, ContributionRefView } from '../read-contributions/contribution.view';
import type { PayContribution, RefuseContribution } from './pay-contribution.decider';
import { PayContributionDto, RefuseContributionDto } from './pay-contribution.dto';

/** What a firm's payroll does with a contribution that waits: it paid it, or says why it can't. */
@ApiTags('benefits')
@Controller('api/benefits/contributions')
export class PayContributionController {
  constructor(@Inject(runnerOf(contribution)) private readonly contributions: AggregateRunner<Contribution>) {}

  /** Says that the firm paid a contribution to the fund: its credit is spent, and the payroll file of that month tells it. */
  @Post(':contributionId/payment')
  @Allow('payroll')
  @ApiOkResponse({ type: ContributionRefView })
  async pay(@Param('contributionId') contributionId: string, @Body() { paidOn, reference }: PayContributionDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<ContributionRefView>> {
    await this.assertOwn(contributionId, who);
    const data: PayContribution = { paidOn: calendarDay('paidOn', paidOn), reference: reference.trim() };
    return contributionAnswer(contributionId, await this.contributions.execute(contributionId, { type: 'pay-contribution', data }, cause));
  }

  /** Says why the firm doesn't pay a contribution: its credit goes back to the person's account. */
  @Post(':contributionId/refusal')
  @Allow('payroll')
  @ApiOkResponse({ type: ContributionRefView })
  async refuse(@Param('contributionId') contributionId: string, @Body() { code, note }: RefuseContributionDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<ContributionRefView>> {
    await this.assertOwn(contributionId, who);
    const data: RefuseContribution = { code, ...(note !== undefined && { note }) };
    return contributionAnswer(contributionId, await this.contributions.execute(contributionId, { type: 'refuse-contribution', data }, cause));
  }

  /** Throws ProblemError `contribution-not-found` or `not-allowed`. */
  private async assertOwn(contributionId: string, who: Principal): Promise<void> {
    const found = await this.contributions.load(contributionId);
    if (!found) throw new ProblemError('contribution-not-found');
    authorise(benefitsPolicy(who), 'pay', 'Contribution', { firmId: found.state.firmId });
  }
}
