import { claimRecovered, claimReimbursed, claimSubmitted, creditAdded, creditHeld, creditReleased, creditSpent, type DataOf } from '@salvatempo/contracts';
import { romeDate, type Cents } from '@salvatempo/kernel';
import type { Projection } from '@salvatempo/messaging';

interface MonthAmount {
  readonly month: string;
  readonly amountCents: Cents;
}

/** What was reimbursed of a claim, by month. Under which letter, the claim knows alone. */
export interface ReimbursedRow {
  readonly claimId: string;
  readonly firmId: string;
  readonly personId: string;
  readonly taxYear: number;
  readonly months: readonly MonthAmount[];
}

interface Benefit {
  readonly taxYear: number;
  readonly letter: string;
  readonly amountCents: Cents;
}

/** What was bought with the credit of an account, by month, tax year and letter; and what is held, since only a hold tells the letter. */
export interface BoughtRow {
  readonly accountId: string;
  readonly firmId: string;
  readonly personId: string;
  readonly held: readonly (Benefit & { readonly purchaseId: string })[];
  readonly months: readonly (Benefit & MonthAmount)[];
}

/** Older months than these are closed many times over. */
const KEPT_MONTHS = 36;
const MAX_ENTRIES = 500;

const monthOf = (instant: string): string => romeDate(instant).slice(0, 'YYYY-MM'.length);
/** By the last month in which something happened, so that a closing reads what is recent. */
const place = (firmId: string, months: readonly MonthAmount[], id: string): { tenant: string; order: string; indexed: Record<string, string> } => ({
  tenant: firmId,
  order: `${months.reduce((last, { month }) => (month > last ? month : last), '0000-00')}:${id}`,
  indexed: {},
});

function plus<T extends MonthAmount>(months: readonly T[], entry: T, isSame: (one: T) => boolean): readonly T[] {
  const before = months.find(isSame);
  return [...months.filter((one) => one !== before), { ...entry, amountCents: entry.amountCents + (before?.amountCents ?? 0) }];
}

export const reimbursedClaims: Projection<ReimbursedRow> = {
  model: { name: 'benefits.payroll-reimbursed', indexes: [] },
  prefix: 'clm',
  on: {
    [claimSubmitted.type]: (_, event) => {
      const { claimId, firmId, personId, taxYear } = event.data as DataOf<typeof claimSubmitted>;
      return { claimId, firmId, personId, taxYear, months: [] };
    },
    [claimReimbursed.type]: (row, event) => {
      const { month, amountCents } = event.data as DataOf<typeof claimReimbursed>;
      return row && { ...row, months: plus(row.months, { month, amountCents }, (one) => one.month === month) };
    },
    [claimRecovered.type]: (row, event) => {
      const { month, amountCents } = event.data as DataOf<typeof claimRecovered>;
      return row && { ...row, months: plus(row.months, { month, amountCents: -amountCents }, (one) => one.month === month) };
    },
  },
  place: ({ firmId, months, claimId }) => place(firmId, months, claimId),
};

const withoutHeld = (row: BoughtRow, purchaseId: string): BoughtRow => ({ ...row, held: row.held.filter((one) => one.purchaseId !== purchaseId) });

export const boughtBenefits: Projection<BoughtRow> = {
  model: { name: 'benefits.payroll-bought', indexes: [] },
  prefix: 'acc',
  isSparse: true,
  on: {
    [creditAdded.type]: (row, event) => {
      const { accountId, firmId, personId } = event.data as DataOf<typeof creditAdded>;
      return row ?? { accountId, firmId, personId, held: [], months: [] };
    },
    [creditHeld.type]: (row, event) => {
      const { purchaseId, taxYear, letter, benefitValueCents } = event.data as DataOf<typeof creditHeld>;
      return row && { ...row, held: [...row.held, { purchaseId, taxYear, letter, amountCents: benefitValueCents }] };
    },
    [creditReleased.type]: (row, event) => row && withoutHeld(row, (event.data as DataOf<typeof creditReleased>).purchaseId),
    [creditSpent.type]: (row, event) => {
      const { purchaseId } = event.data as DataOf<typeof creditSpent>;
      const hold = row?.held.find((one) => one.purchaseId === purchaseId);
      if (!row || !hold) return row;
      const { taxYear, letter, amountCents } = hold;
      const months = plus(row.months, { month: monthOf(event.time), taxYear, letter, amountCents }, (one) => one.month === monthOf(event.time) && one.taxYear === taxYear && one.letter === letter);
      return { ...withoutHeld(row, purchaseId), months: recentOf(months) };
    },
  },
  place: ({ firmId, months, accountId }) => place(firmId, months, accountId),
};

function recentOf<T extends MonthAmount>(months: readonly T[]): readonly T[] {
  const kept = [...new Set(months.map(({ month }) => month))].sort().slice(-KEPT_MONTHS);
  return months.filter(({ month }) => kept.includes(month)).slice(-MAX_ENTRIES);
}
