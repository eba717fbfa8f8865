import { Controller, Get, Headers, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, authorise, organisationsOf, positionOf, ProblemError, Who, type Principal } from '@salvatempo/http';
import { romeYear, sumCents } from '@salvatempo/kernel';
import type { AggregateRunner, RowReader } from '@salvatempo/messaging';
import { PLATFORM, readerOf, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { benefitsPolicy } from '../benefits.policy';
import { SuspendedCredit } from '../cover-credit/suspended-credit.handler';
import { ownAccountId } from './own-account.id';
import { account, figuresOf, isSpendable, type Account } from '../domain/account';
import { planList, type PlanRow } from '../open-plan/plan-list.projection';
import { PlanPage } from '../open-plan/open-plan.dto';
import { ThresholdRules } from '../threshold-rules/threshold-rules.table';
import { accountList, amountsOf, type AccountRow } from './account-list.projection';
import { AccountPage, AccountView } from './account.view';
import { thresholdView } from './threshold.view';
import { FirmPageQueryDto } from './firm-query.dto';

@ApiTags('benefits')
@Controller('api/benefits')
export class ReadAccountsController {
  constructor(
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
    @Inject(runnerOf(account)) private readonly accounts: AggregateRunner<Account>,
    @Inject(readerOf(accountList)) private readonly list: RowReader<AccountRow>,
    @Inject(readerOf(planList)) private readonly plans: RowReader<PlanRow>,
    @Inject(SuspendedCredit) private readonly suspended: SuspendedCredit,
    @Inject(ThresholdRules) private readonly rules: ThresholdRules,
  ) {}

  /** The caller's own account with a firm. */
  @Get('accounts/mine')
  @Allow('employee')
  @ApiOkResponse({ type: AccountView })
  mine(@Who() who: Principal, @Query() { firmId }: FirmPageQueryDto): Promise<AccountView> {
    return this.view(ownAccountId(who, firmId), who);
  }

  /** The accounts of a firm's people: amounts, never what they were spent on. */
  @Get('accounts')
  @Allow('firm-admin')
  @ApiOkResponse({ type: AccountPage })
  async ofFirm(@Who() who: Principal, @Query() query: FirmPageQueryDto): Promise<AccountPage> {
    const page = await this.list.page({ tenancy: { tenant: this.firm(who, query) }, limit: query.limit, ...(query.after === undefined ? {} : { after: query.after }) });
    return { ...page, items: page.items.map(amountsOf) };
  }

  @Get('accounts/:accountId')
  @Allow('employee')
  @ApiOkResponse({ type: AccountView })
  one(@Param('accountId') accountId: string, @Who() who: Principal): Promise<AccountView> {
    return this.view(accountId, who);
  }

  @Get('plans')
  @Allow('firm-admin')
  @ApiOkResponse({ type: PlanPage })
  async plansOf(@Who() who: Principal, @Query() query: FirmPageQueryDto, @Headers('salvatempo-position') position?: string): Promise<PlanPage> {
    const tenant = this.firm(who, query);
    await this.plans.caughtUp(positionOf(position));
    const page = await this.plans.page({ tenancy: { tenant }, limit: query.limit });
    return { items: [...page.items] };
  }

  private firm(who: Principal, { firmId }: FirmPageQueryDto): string {
    const wanted = firmId ?? organisationsOf(who, 'firm-admin')[0];
    authorise(benefitsPolicy(who), 'read', 'Plan', { firmId: wanted });
    return wanted!;
  }

  private async view(accountId: string, who: Principal): Promise<AccountView> {
    const found = await this.accounts.load(accountId);
    if (!found) throw new ProblemError('account-not-found');
    const { state } = found;
    authorise(benefitsPolicy(who), 'read', 'Account', state);
    const at = this.ports.ambient.clock.now();
    const { firmId, personId } = state;
    const { suspendedLotIds = [] } = await this.suspended.of(state);
    const suspendedCents = sumCents(state.lots.filter((lot) => suspendedLotIds.includes(lot.lotId) && isSpendable(lot, at)).map(({ freeCents }) => freeCents));
    const threshold = thresholdView(state, romeYear(at), this.rules);
    return { accountId, firmId, personId, ...figuresOf(state, at), lots: [...state.lots].sort(byExpiry), ...(suspendedCents > 0 && { suspendedCents }), ...(threshold && { threshold }) };
  }
}

const byExpiry = (a: { validUntil: string }, b: { validUntil: string }): number => (a.validUntil < b.validUntil ? -1 : 1);
