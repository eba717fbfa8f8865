import { Inject, Injectable } from '@nestjs/common';
import type { AidRow, CallTerms } from '@salvatempo/contracts';
import type { AggregateRunner, RowReader } from '@salvatempo/messaging';
import { ProblemError } from '@salvatempo/http';
import { sumCents, type Cents, type Instant } from '@salvatempo/kernel';
import { readerOf, runnerOf } from '@salvatempo/runtime';
import { call, type Call } from '../domain/call';
import { dossierOf, linesOf, type Dossier, type DossierFacts } from '../domain/dossier';
import { firms, type FirmRow } from '../firm-facts/firms.projection';
import { PeopleFacts } from '../indicators/person-facts.handler';
import { plans, type PlanRow } from '../indicators/plans.projection';
import { declaredWork, type DeclaredWorkRow } from '../indicators/work.projection';
import { InvoiceBooks } from '../record-invoice/invoice-books.handler';
import { AidRegisters } from '../read-aid/aid-registers.handler';
import { allotmentList, type AllotmentRow } from '../read-allotments/allotment-list.projection';
import { expenseLines, type ExpenseRow } from './expense-lines.projection';

/** Purchases and grants of a call that a dossier looks at; beyond them it says that it isn't whole. */
const MAX_ROWS = 20_000;

/** Of a grant that goes on, or whose spending is over, whatever has come of its report. */
const GRANTED: ReadonlySet<AllotmentRow['status']> = new Set(['granted', 'spent', 'reported', 'verified', 'paid']);

export interface FoundDossier {
  readonly facts: DossierFacts;
  readonly dossier: Dossier;
  readonly isWhole: boolean;
}

/** Puts a call's dossier together from what events left behind. */
@Injectable()
export class Dossiers {
  constructor(
    @Inject(runnerOf(call)) private readonly calls: AggregateRunner<Call>,
    @Inject(readerOf(expenseLines)) private readonly expenseRows: RowReader<ExpenseRow>,
    @Inject(readerOf(allotmentList)) private readonly allotmentRows: RowReader<AllotmentRow>,
    @Inject(readerOf(firms)) private readonly firmRows: RowReader<FirmRow>,
    @Inject(readerOf(declaredWork)) private readonly workRows: RowReader<DeclaredWorkRow>,
    @Inject(readerOf(plans)) private readonly planRows: RowReader<PlanRow>,
    private readonly people: PeopleFacts,
    private readonly registers: AidRegisters,
    private readonly invoiceBooks: InvoiceBooks,
  ) {}

  /** Throws ProblemError `call-not-found`. */
  async of(callId: string): Promise<FoundDossier> {
    const terms = await this.termsOf(callId);
    const spendings = await upToMax(this.expenseRows.each({ tenancy: { tenant: callId } }));
    const allotments = await upToMax(this.allotmentRows.each({ tenancy: { wholeTerritory: true }, where: { callId } }));
    const work = await upToMax(this.workRows.each({ tenancy: { tenant: callId } }));
    const granted = allotments.items.filter(({ status }) => GRANTED.has(status));
    const firmIds = [...new Set(granted.map(({ firmId }) => firmId))];
    const facts: DossierFacts = {
      callId,
      terms,
      spendings: spendings.items,
      employeesOf: await this.employeesOf(firmIds),
      aidRows: terms.aidRegime === undefined ? [] : await this.aidRowsOf(callId, firmIds),
      people: await this.people.of(spendings.items),
      work: work.items,
      plansOpened: await this.plansOf(firmIds, terms.opensAt),
      invoices: await this.invoiceBooks.ofPurchases(callId, spendings.items),
    };
    return { facts, dossier: dossierOf(facts), isWhole: spendings.isWhole && allotments.isWhole && work.isWhole };
  }

  /** What of one firm's spending can be reported now: its expenses and their invoices, and nothing else of the dossier. Throws ProblemError `call-not-found`. */
  async reportableOf(callId: string, firmId: string): Promise<Cents> {
    const terms = await this.termsOf(callId);
    const spendings: ExpenseRow[] = [];
    for await (const row of this.expenseRows.each({ tenancy: { tenant: callId } })) if (row.firmId === firmId) spendings.push(row);
    const invoices = await this.invoiceBooks.ofPurchases(callId, spendings);
    return sumCents(linesOf({ callId, terms, spendings, invoices }).map(({ eligibleCents }) => eligibleCents));
  }

  private async termsOf(callId: string): Promise<CallTerms> {
    const state = (await this.calls.load(callId))?.state;
    if (!state || state.status === 'absent') throw new ProblemError('call-not-found');
    return state.terms;
  }

  private async employeesOf(firmIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const found = new Map<string, number>();
    for (const firmId of firmIds) {
      const firm = await this.firmRows.get(firmId);
      if (firm) found.set(firmId, firm.employeesCount);
    }
    return found;
  }

  private async plansOf(firmIds: readonly string[], since: Instant): Promise<number> {
    let opened = 0;
    for (const firmId of firmIds) for await (const { openedAt } of this.planRows.each({ tenancy: { tenant: firmId } })) if (openedAt >= since) opened += 1;
    return opened;
  }

  private async aidRowsOf(callId: string, firmIds: readonly string[]): Promise<readonly AidRow[]> {
    const rows = new Map<string, AidRow>();
    for (const firmId of firmIds) for (const row of (await this.registers.ofFirm(firmId)).state.rows) if (row.callId === callId) rows.set(row.rowId, row);
    return [...rows.values()];
  }
}

async function upToMax<T>(rows: AsyncIterable<T>): Promise<{ readonly items: readonly T[]; readonly isWhole: boolean }> {
  const items: T[] = [];
  for await (const row of rows) {
    if (items.length === MAX_ROWS) return { items, isWhole: false };
    items.push(row);
  }
  return { items, isWhole: true };
}
