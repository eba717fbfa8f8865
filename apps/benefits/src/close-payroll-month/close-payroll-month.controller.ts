import { Body, Controller, Get, Headers, Inject, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { DataOf, payrollMonthClosed } from '@salvatempo/contracts';
import { Allow, authorise, Because, decided, positionOf, ProblemError, Who, type Answer, type Principal } from '@salvatempo/http';
import { romeDate } from '@salvatempo/kernel';
import type { AggregateRunner, Cause, Outcome, RowReader } from '@salvatempo/messaging';
import { PLATFORM, readerOf, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { benefitsPolicy } from '../benefits.policy';
import { ClosePayrollMonthDto, PayrollClosingPage, PayrollClosingsQueryDto, PayrollClosingView } from './close-payroll-month.dto';
import { payrollClosing, payrollClosingIdOf, type ClosePayrollMonth, type PayrollClosing } from './payroll-closing.aggregate';
import { payrollClosings, type PayrollClosingRow } from './payroll-closings.projection';
import { PayrollFacts, type LoadedClosing } from './payroll-facts.handler';

@ApiTags('benefits')
@Controller('api/benefits/payroll-closings')
export class ClosePayrollMonthController {
  constructor(
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
    @Inject(runnerOf(payrollClosing)) private readonly closings: AggregateRunner<PayrollClosing>,
    @Inject(readerOf(payrollClosings)) private readonly list: RowReader<PayrollClosingRow>,
    @Inject(PayrollFacts) private readonly facts: PayrollFacts,
  ) {}

  /** Closes a month of the firm's payroll, with what earlier months gained since they were closed. What it tells never changes. */
  @Post()
  @Allow('payroll')
  @ApiCreatedResponse({ type: PayrollClosingView })
  async close(@Body() { firmId, month }: ClosePayrollMonthDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<PayrollClosingView>> {
    authorise(benefitsPolicy(who), 'close', 'Payroll', { firmId });
    if (month > romeDate(this.ports.ambient.clock.now()).slice(0, 'YYYY-MM'.length)) throw new ProblemError('payroll-month-future');
    const last = await this.facts.lastOf(firmId);
    const { events, sequence } = decided((await this.earlier(last, month, cause)) ?? (await this.execute(firmId, month, last, cause)));
    const closed = events[0]!.data as DataOf<typeof payrollMonthClosed>;
    return { status: 201, body: closed, position: `${closed.closingId}:${sequence}` };
  }

  /** A firm's closings, newest first: sums alone. */
  @Get()
  @Allow('firm-admin', 'payroll')
  @ApiOkResponse({ type: PayrollClosingPage })
  async all(@Query() { firmId, limit, after }: PayrollClosingsQueryDto, @Who() who: Principal, @Headers('salvatempo-position') position?: string): Promise<PayrollClosingPage> {
    authorise(benefitsPolicy(who), 'read', 'Payroll', { firmId });
    await this.list.caughtUp(positionOf(position));
    const { items, next } = await this.list.page({ tenancy: { tenant: firmId }, newestFirst: true, limit, ...(after === undefined ? {} : { after }) });
    return { items: [...items], ...(next === undefined ? {} : { next }) };
  }

  private async execute(firmId: string, month: string, last: LoadedClosing | undefined, cause: Cause): Promise<Outcome<PayrollClosing>> {
    const monthBefore = last?.state.month ?? '';
    // Nothing is gathered for a month that can't be closed any more; the decider says so.
    const lines = month > monthBefore ? await this.facts.untoldOf(firmId, month, last) : [];
    const fiscalCodes = await this.facts.fiscalCodes(firmId, [...new Set(lines.map(({ personId }) => personId))].sort());
    const closed = { vatNumber: await this.facts.vatNumber(firmId), fiscalCodes, lines };
    const number = (last?.state.number ?? 0) + 1;
    const data: ClosePayrollMonth = { firmId, number, month, monthBefore, closed };
    return this.closings.execute(payrollClosingIdOf(firmId, number), { type: 'close-payroll-month', data }, cause);
  }

  /** What the same request did before, if its month is closed already. */
  private async earlier(last: LoadedClosing | undefined, month: string, cause: Cause): Promise<Outcome<PayrollClosing> | undefined> {
    if (cause.lookup === undefined) return undefined;
    for await (const { state } of this.facts.back(last)) {
      if (state.month === month) return this.closings.earlier(state.closingId, cause);
      if (state.month < month) return undefined;
    }
    return undefined;
  }
}
