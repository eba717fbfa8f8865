import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { creditWithdrawn, type DataOf } from '@salvatempo/contracts';
import { Allow, authorise, Because, decided, ProblemError, Who, type Answer, type Principal } from '@salvatempo/http';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { benefitsPolicy } from '../benefits.policy';
import { account, type Account } from '../domain/account';
import { WithdrawalView, WithdrawCreditDto } from './withdraw-credit.dto';

@ApiTags('benefits')
@Controller('api/benefits/accounts')
export class WithdrawCreditController {
  constructor(@Inject(runnerOf(account)) private readonly accounts: AggregateRunner<Account>) {}

  /** Takes back unspent credit that was given by mistake. */
  @Post(':accountId/withdrawals')
  @Allow('firm-admin')
  @ApiOkResponse({ type: WithdrawalView })
  async withdraw(
    @Param('accountId') accountId: string,
    @Body() { amountCents, minutes, reason }: WithdrawCreditDto,
    @Who() who: Principal,
    @Because() cause: Cause,
  ): Promise<Answer<WithdrawalView>> {
    if (amountCents !== undefined && minutes !== undefined) throw new ProblemError('invalid-request', { errors: [{ field: 'minutes', code: 'one-unit', message: 'Si ritirano euro oppure ore, non tutti e due.' }] });
    const found = await this.accounts.load(accountId);
    if (!found) throw new ProblemError('account-not-found');
    authorise(benefitsPolicy(who), 'withdraw', 'Account', found.state);
    const outcome = await this.accounts.execute(accountId, { type: 'withdraw-credit', data: { ...(amountCents !== undefined && { amountCents }), ...(minutes !== undefined && { minutes }), reason } }, cause);
    const { events, sequence } = decided(outcome);
    const withdrawn = events.at(-1)!.data as DataOf<typeof creditWithdrawn>;
    const { spendableCents, spendableMinutes } = withdrawn;
    const taken = { amountCents: withdrawn.amountCents, ...(withdrawn.minutes !== undefined && { minutes: withdrawn.minutes }) };
    const body = { accountId, ...taken, spendableCents, ...(spendableMinutes !== undefined && { spendableMinutes }) };
    return { status: 200, body, position: `${accountId}:${sequence}` };
  }
}
