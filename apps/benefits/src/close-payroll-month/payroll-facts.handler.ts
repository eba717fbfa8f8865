import { Inject, Injectable } from '@nestjs/common';
import { ProblemError } from '@salvatempo/http';
import type { AggregateRunner, Loaded, RowReader } from '@salvatempo/messaging';
import { Directory, readerOf, runnerOf } from '@salvatempo/runtime';
import { claim, claimPersonalOf, type Claim } from '../domain/claim';
import { contribution, contributionPersonalOf, type Contribution } from '../domain/contribution';
import { CONTRIBUTION_LETTERS } from '../domain/contribution-limit';
import { closedPayrollOf, untold, type ClosedPayroll, type PayrollLine } from '../domain/payroll';
import { paidContributions, type ContributionRow } from '../read-contributions/contribution-lists.projection';
import { residues, type ResidueRow } from '../read-residues/residues.projection';
import { payrollClosing, payrollClosingIdOf, type PayrollClosing } from './payroll-closing.aggregate';
import { payrollClosings, type PayrollClosingRow } from './payroll-closings.projection';
import { boughtBenefits, reimbursedClaims, type BoughtRow, type ReimbursedRow } from './payroll-entries.projection';
import type { MealMonth } from '../domain/meal-voucher';
import { firmPremiums, type PremiumRow } from '../read-premiums/premium-lists.projection';
import { firmMeals } from '../record-meals/meal-months.projection';

/** Closings that are looked back on for corrections: what happened in a month is known long before the third one after it (ADR 0264). */
const LOOKED_BACK = 3;
const ROWS_AT_ONCE = 100;
/** Codici fiscali that are asked for at a time. */
const ASKED_AT_ONCE = 20;

export interface LoadedClosing {
  readonly state: PayrollClosing;
  readonly closed: ClosedPayroll;
}

/** Gathers what a closing is made of: what happened, what earlier closings told, and whom the firm knows it of. */
@Injectable()
export class PayrollFacts {
  constructor(
    @Inject(runnerOf(payrollClosing)) private readonly closings: AggregateRunner<PayrollClosing>,
    @Inject(runnerOf(claim)) private readonly claims: AggregateRunner<Claim>,
    @Inject(readerOf(payrollClosings)) private readonly list: RowReader<PayrollClosingRow>,
    @Inject(readerOf(reimbursedClaims)) private readonly reimbursed: RowReader<ReimbursedRow>,
    @Inject(readerOf(boughtBenefits)) private readonly bought: RowReader<BoughtRow>,
    @Inject(readerOf(residues)) private readonly residues: RowReader<ResidueRow>,
    @Inject(Directory) private readonly directory: Directory,
    @Inject(readerOf(firmPremiums)) private readonly premiums: RowReader<PremiumRow>,
    @Inject(readerOf(firmMeals)) private readonly meals: RowReader<MealMonth>,
    @Inject(runnerOf(contribution)) private readonly contributions: AggregateRunner<Contribution>,
    @Inject(readerOf(paidContributions)) private readonly paid: RowReader<ContributionRow>,
  ) {}

  /** A firm's last closing; the list may be behind, the documents aren't. */
  async lastOf(firmId: string): Promise<LoadedClosing | undefined> {
    const { items } = await this.list.page({ tenancy: { tenant: firmId }, newestFirst: true, limit: 1 });
    let found = items[0] && (await this.closing(firmId, items[0].number));
    for (let next = found; (next = await this.closing(firmId, (found?.state.number ?? 0) + 1)); ) found = next;
    return found;
  }

  async closing(firmId: string, number: number): Promise<LoadedClosing | undefined> {
    return loadedClosing(await this.closings.load(payrollClosingIdOf(firmId, number)));
  }

  /** The closings from this one back, newest first, as long as they are wanted. */
  async *back(from: LoadedClosing | undefined): AsyncGenerator<LoadedClosing> {
    for (let found = from; found; found = await this.closing(found.state.firmId, found.state.number - 1)) yield found;
  }

  /** What no closing has told of a firm's months up to this one. */
  async untoldOf(firmId: string, month: string, last: LoadedClosing | undefined): Promise<readonly PayrollLine[]> {
    const before: LoadedClosing[] = [];
    for await (const closing of this.back(last)) if (before.push(closing) === LOOKED_BACK) break;
    const since = before.length === LOOKED_BACK ? before.at(-1)!.state.month : '';
    const isMeant = (line: PayrollLine): boolean => since <= line.month && line.month <= month;
    return untold((await this.happened(firmId, since)).filter(isMeant), before.flatMap(({ closed }) => closed.lines).filter(isMeant));
  }

  private async happened(firmId: string, since: string): Promise<readonly PayrollLine[]> {
    const lines: PayrollLine[] = [];
    for (const { claimId, personId, taxYear, months } of await recent(this.reimbursed, firmId, since, (row) => row.claimId)) {
      if (months.length === 0) continue;
      const { letter } = claimPersonalOf((await this.claims.load(claimId))!.personal);
      for (const { month, amountCents } of months) lines.push({ personId, month, taxYear, item: 'reimbursement', letter, claimId, amountCents });
    }
    for (const { personId, months } of await recent(this.bought, firmId, since, (row) => row.accountId))
      for (const { month, taxYear, letter, amountCents } of months) lines.push({ personId, month, taxYear, item: 'in-kind', letter, amountCents });
    for await (const { personId, sums } of this.residues.each({ tenancy: { tenant: firmId } }))
      for (const { month, policy, amountCents } of sums) if (policy === 'pension-fund') lines.push({ personId, month, taxYear: Number(month.slice(0, 'YYYY'.length)), item: 'pension', letter: CONTRIBUTION_LETTERS.pension, amountCents });
    for (const { personId, paidOn, year: taxYear, favouredCents = 0, ordinaryCents = 0 } of await recent(this.premiums, firmId, since, (row) => row.premiumId))
      for (const [item, amountCents] of [['premium', favouredCents], ['premium-ordinary', ordinaryCents]] as const) lines.push({ personId, month: paidOn.slice(0, 'YYYY-MM'.length), taxYear, item, letter: '', amountCents });
    for (const { personId, month, taxedCents } of await recent(this.meals, firmId, since, (row) => row.mealMonthId))
      lines.push({ personId, month, taxYear: Number(month.slice(0, 'YYYY'.length)), item: 'meal-excess', letter: 'c', amountCents: taxedCents });
    for (const { contributionId, personId, taxYear, amountCents, paidOn } of await recent(this.paid, firmId, since, (row) => row.contributionId)) {
      if (paidOn === undefined) continue;
      const { kind } = contributionPersonalOf((await this.contributions.load(contributionId))!.personal);
      lines.push({ personId, month: paidOn.slice(0, 'YYYY-MM'.length), taxYear, item: 'pension', letter: CONTRIBUTION_LETTERS[kind], amountCents });
    }
    return lines;
  }

  /** Throws ProblemError `payroll-people-unknown` where one of them isn't told: a file without them is of no use. */
  async fiscalCodes(firmId: string, personIds: readonly string[]): Promise<ClosedPayroll['fiscalCodes']> {
    const known: { personId: string; fiscalCode: string }[] = [];
    for (let at = 0; at < personIds.length; at += ASKED_AT_ONCE)
      known.push(
        ...(await Promise.all(
          personIds.slice(at, at + ASKED_AT_ONCE).map(async (personId) => {
            const fiscalCode = await this.directory.fiscalCode(personId, firmId);
            if (fiscalCode === undefined) throw new ProblemError('payroll-people-unknown');
            return { personId, fiscalCode };
          }),
        )),
      );
    return known;
  }

  /** Throws ProblemError `payroll-people-unknown` where it isn't told. */
  async vatNumber(firmId: string): Promise<string> {
    const card = await this.directory.organisation(firmId);
    if (!card) throw new ProblemError('payroll-people-unknown');
    return card.vatNumber;
  }
}

export const loadedClosing = (found: Loaded<PayrollClosing> | undefined): LoadedClosing | undefined =>
  found && found.state.number > 0 ? { state: found.state, closed: closedPayrollOf(found.personal) } : undefined;

/** Rows in which something happened since a month. One that moves while they are read may come twice, and counts once. */
async function recent<T extends object>(reader: RowReader<T>, firmId: string, since: string, idOf: (row: T) => string): Promise<readonly T[]> {
  const found = new Map<string, T>();
  let after: string | undefined = since;
  do {
    const page: Awaited<ReturnType<RowReader<T>['page']>> = await reader.page({ tenancy: { tenant: firmId }, limit: ROWS_AT_ONCE, after });
    for (const row of page.items) found.set(idOf(row), row);
    after = page.next;
  } while (after !== undefined);
  return [...found.values()];
}
