import { Inject, Injectable } from '@nestjs/common';
import { ProblemError } from '@salvatempo/http';
import type { AggregateRunner, RowReader } from '@salvatempo/messaging';
import { readerOf, runnerOf } from '@salvatempo/runtime';
import { PayrollFacts } from '../close-payroll-month/payroll-facts.handler';
import { claim, claimPersonalOf, type Claim } from '../domain/claim';
import type { ClosedPayroll, PayrollLine } from '../domain/payroll';
import { settledYears, type SettledAccountRow } from '../settle-year/settled-years.projection';
import { cuCodeOf } from './cu-codes.table';
import type { CuExpense, PayrollYear } from './payroll-year.records';

/** Gathers a firm's tax year from its closings, which never change, and from what its accounts were settled at. */
@Injectable()
export class PayrollYears {
  constructor(
    @Inject(PayrollFacts) private readonly facts: PayrollFacts,
    @Inject(runnerOf(claim)) private readonly claims: AggregateRunner<Claim>,
    @Inject(readerOf(settledYears)) private readonly settled: RowReader<SettledAccountRow>,
  ) {}

  /** Throws ProblemError `payroll-year-not-closed` before December is closed, and `payroll-people-unknown`. */
  async of(firmId: string, taxYear: number): Promise<PayrollYear> {
    const last = await this.facts.lastOf(firmId);
    if (!last || last.state.month < `${taxYear}-12`) throw new ProblemError('payroll-year-not-closed', { params: { year: taxYear } });
    const lines: PayrollLine[] = [];
    const codes = new Map<string, string>();
    for await (const { state, closed } of this.facts.back(last)) {
      if (state.month < `${taxYear}-01`) break;
      lines.push(...closed.lines.filter((line) => line.taxYear === taxYear));
      for (const { personId, fiscalCode } of closed.fiscalCodes) if (!codes.has(personId)) codes.set(personId, fiscalCode);
    }
    const settled = await this.settledOf(firmId, taxYear);
    const unknown = settled.map(({ personId }) => personId).filter((personId) => !codes.has(personId));
    const fiscalCodes: ClosedPayroll['fiscalCodes'] = [...[...codes].map(([personId, fiscalCode]) => ({ personId, fiscalCode })), ...(await this.facts.fiscalCodes(firmId, unknown))];
    return { taxYear, vatNumber: last.closed.vatNumber, number: last.state.number, fiscalCodes, lines, settled, expenses: await this.expensesOf(lines) };
  }

  private async settledOf(firmId: string, taxYear: number): Promise<PayrollYear['settled']> {
    const found: PayrollYear['settled'][number][] = [];
    for await (const { personId, years } of this.settled.each({ tenancy: { tenant: firmId } })) {
      const year = years.find((one) => one.taxYear === taxYear);
      if (year) found.push({ personId, ...year });
    }
    return found;
  }

  private async expensesOf(lines: readonly PayrollLine[]): Promise<readonly CuExpense[]> {
    const found: CuExpense[] = [];
    for (const { personId, claimId, amountCents } of lines) {
      if (claimId === undefined) continue;
      const { facts, fiscalCode } = claimPersonalOf((await this.claims.load(claimId))!.personal);
      const expenseYear = Number((facts.payment?.paidOn ?? facts.document.date).slice(0, 'YYYY'.length));
      const cuCode = cuCodeOf(facts.expenseType, expenseYear);
      if (cuCode !== undefined) found.push({ personId, expenseYear, cuCode, amountCents, ...(fiscalCode === undefined ? {} : { relativeFiscalCode: fiscalCode }) });
    }
    return found;
  }
}
