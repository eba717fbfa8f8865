import { Body, Controller, Inject, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, Because, decided, organisationsOf, ProblemError, Who, whenFinal, type Answer, type Principal } from '@salvatempo/http';
import { derivedId, romeDate } from '@salvatempo/kernel';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { PLATFORM, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { account, type Account } from '../domain/account';
import { contribution, isContributionChecked, type Contribution } from '../domain/contribution';
import { ownAccountId } from '../read-accounts/own-account.id';
import { contributionRefView, ContributionRefView } from '../read-contributions/contribution.view';
import { AskContributionDto } from './ask-contribution.dto';
import type { AskContribution } from './ask-contribution.decider';

@ApiTags('benefits')
@Controller('api/benefits/contributions')
export class AskContributionController {
  constructor(
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
    @Inject(runnerOf(contribution)) private readonly contributions: AggregateRunner<Contribution>,
    @Inject(runnerOf(account)) private readonly accounts: AggregateRunner<Account>,
  ) {}

  /** Asks the employer to pay some of the caller's credit into a fund: 202 while it is being held; with `Prefer: wait=2`, 200 once payroll has it, or with the reason why not. */
  @Post()
  @Allow('employee')
  @ApiAcceptedResponse({ type: ContributionRefView })
  @ApiOkResponse({ type: ContributionRefView })
  async ask(@Body() body: AskContributionDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<ContributionRefView>> {
    const contributionId = derivedId('ctb', cause.id);
    const outcome = (await this.contributions.earlier(contributionId, cause)) ?? (await this.contributions.execute(contributionId, { type: 'ask-contribution', data: await this.command(body, who) }, cause));
    const { sequence } = decided(outcome);
    return {
      status: 202,
      body: { contributionId, status: 'checking' },
      location: `/api/benefits/contributions/${contributionId}`,
      position: `${contributionId}:${sequence}`,
      whenFinal: whenFinal(this.contributions, contributionId, isContributionChecked, contributionRefView),
    };
  }

  /** Throws ProblemError `not-allowed` and `account-not-found`. */
  private async command({ firmId: named, kind, fundName, memberCode, amountCents, elsewhereCents }: AskContributionDto, who: Principal): Promise<AskContribution> {
    const firmId = named ?? organisationsOf(who, 'employee')[0]!;
    if (!organisationsOf(who, 'employee').includes(firmId)) throw new ProblemError('not-allowed');
    const accountId = ownAccountId(who, firmId);
    if (!(await this.accounts.load(accountId))) throw new ProblemError('account-not-found');
    const askedOn = romeDate(this.ports.ambient.clock.now());
    const personal = { kind, fundName: fundName.trim(), elsewhereCents, ...(memberCode !== undefined && { memberCode: memberCode.trim() }) };
    return { accountId, firmId, personId: who.personId, amountCents, taxYear: Number(askedOn.slice(0, 'YYYY'.length)), askedOn, personal };
  }
}
