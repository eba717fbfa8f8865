import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, authorise, Because, decided, ProblemError, whenFinal, Who, type Answer, type Principal } from '@salvatempo/http';
import { derivedId, romeDate } from '@salvatempo/kernel';
import type { AggregateRunner, Cause, RowReader } from '@salvatempo/messaging';
import { PLATFORM, readerOf, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { benefitsPolicy } from '../benefits.policy';
import { isTaxYearOver } from '../domain/tax-year-end';
import { ThresholdRules } from '../threshold-rules/threshold-rules.table';
import { SettledAccountPage, SettledAccountsQueryDto, SettlementView, SettleYearDto } from './settle-year.dto';
import { settledYears, type SettledAccountRow } from './settled-years.projection';
import { isSettled, settlement, type RunningSettlement, type Settlement } from './settlement.aggregate';

@ApiTags('benefits')
@Controller('api/benefits/year-settlements')
export class SettleYearController {
  constructor(
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
    @Inject(runnerOf(settlement)) private readonly settlements: AggregateRunner<Settlement>,
    @Inject(readerOf(settledYears)) private readonly settled: RowReader<SettledAccountRow>,
    @Inject(ThresholdRules) private readonly rules: ThresholdRules,
  ) {}

  /**
   * Settles a tax year for each account of the firm: 202, then page by page; with `Prefer: wait=2`, 200 when all are settled.
   * May be asked again, for what changed since: a declaration that fell, a voucher that came back.
   */
  @Post()
  @Allow('firm-admin')
  @ApiAcceptedResponse({ type: SettlementView })
  @ApiOkResponse({ type: SettlementView })
  async settle(@Body() { firmId, taxYear }: SettleYearDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<SettlementView>> {
    authorise(benefitsPolicy(who), 'settle', 'Account', { firmId });
    if (!isTaxYearOver(taxYear, romeDate(this.ports.ambient.clock.now()))) throw new ProblemError('tax-year-open', { params: { year: taxYear } });
    if (!this.rules.of(taxYear)) throw new ProblemError('no-threshold-rule', { params: { year: taxYear } });
    const settlementId = derivedId('set', cause.id);
    const { sequence } = decided(await this.settlements.execute(settlementId, { type: 'start-settlement', data: { firmId, taxYear } }, cause));
    return {
      status: 202,
      body: { settlementId, firmId, taxYear, status: 'running', accounts: 0, taxableAccounts: 0, taxableCents: 0 },
      location: `/api/benefits/year-settlements/${settlementId}`,
      position: `${settlementId}:${sequence}`,
      whenFinal: whenFinal(this.settlements, settlementId, isSettled, settlementView),
    };
  }

  /** What payroll has to know of a settled year: each person's amounts, never what they were spent on. */
  @Get('accounts')
  @Allow('firm-admin')
  @ApiOkResponse({ type: SettledAccountPage })
  async accounts(@Query() { firmId, taxYear, limit, after }: SettledAccountsQueryDto, @Who() who: Principal): Promise<SettledAccountPage> {
    authorise(benefitsPolicy(who), 'settle', 'Account', { firmId });
    const { items, next } = await this.settled.page({ tenancy: { tenant: firmId }, limit, ...(after === undefined ? {} : { after }) });
    const found = items.flatMap(({ accountId, personId, years }) => years.filter((year) => year.taxYear === taxYear).map((year) => ({ accountId, personId, ...year })));
    return { items: found, ...(next === undefined ? {} : { next }) };
  }

  /** How far a settlement is. */
  @Get(':settlementId')
  @Allow('firm-admin')
  @ApiOkResponse({ type: SettlementView })
  async one(@Param('settlementId') settlementId: string, @Who() who: Principal): Promise<SettlementView> {
    const state = (await this.settlements.load(settlementId))?.state;
    if (!state || state.status === 'absent') throw new ProblemError('settlement-not-found');
    authorise(benefitsPolicy(who), 'settle', 'Account', { firmId: state.firmId });
    return settlementView(state);
  }
}

const settlementView = ({ settlementId, firmId, taxYear, status, accounts, taxableAccounts, taxableCents }: RunningSettlement): SettlementView => ({
  settlementId,
  firmId,
  taxYear,
  status,
  accounts,
  taxableAccounts,
  taxableCents,
});
