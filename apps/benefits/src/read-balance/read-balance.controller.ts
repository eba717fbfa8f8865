import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { Allow, authorise, calendarDay, DATE, ProblemError, Who, type Principal } from '@salvatempo/http';
import { romeDate } from '@salvatempo/kernel';
import type { AggregateRunner } from '@salvatempo/messaging';
import { PLATFORM, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { IsOptional, Matches } from 'class-validator';
import { benefitsPolicy } from '../benefits.policy';
import { account, type Account } from '../domain/account';
import { AccountOnDay } from './account-on.handler';
import { balanceView, BalanceView } from './balance.view';

class BalanceQueryDto {
  @ApiPropertyOptional({ format: 'date', description: 'Today by default. A day that is over is answered from the ledger; of a later one it is told what would be left if nothing happened.' })
  @IsOptional()
  @Matches(DATE)
  at?: string;
}

@ApiTags('benefits')
@Controller('api/benefits/accounts')
export class ReadBalanceController {
  constructor(
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
    @Inject(runnerOf(account)) private readonly accounts: AggregateRunner<Account>,
    @Inject(AccountOnDay) private readonly days: AccountOnDay,
  ) {}

  /** What an account holds on any day, what each part of it may be spent on, and until when. */
  @Get(':accountId/balance')
  @Allow('employee')
  @ApiOkResponse({ type: BalanceView })
  async balance(@Param('accountId') accountId: string, @Query() { at }: BalanceQueryDto, @Who() who: Principal): Promise<BalanceView> {
    const found = await this.accounts.load(accountId);
    if (!found) throw new ProblemError('account-not-found');
    authorise(benefitsPolicy(who), 'readLedger', 'Account', found.state);
    const day = calendarDay('at', at ?? romeDate(this.ports.ambient.clock.now()));
    const { state, at: instant } = await this.days.on(accountId, day);
    return { ...balanceView(state, day, instant), accountId };
  }
}
