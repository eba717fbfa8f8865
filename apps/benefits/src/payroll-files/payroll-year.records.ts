import type { SettledYear } from '../domain/account';
import type { ClosedPayroll, PayrollLine } from '../domain/payroll';
import type { PayrollRecord } from './payroll-file.layout';
import { addedUp, footer, header, linesAndTotals } from './payroll-month.records';

/** A reimbursed expense as the certificazione unica tells it. */
export interface CuExpense {
  readonly personId: string;
  /** Year in which it was paid. */
  readonly expenseYear: number;
  readonly cuCode: string;
  readonly amountCents: number;
  /** Whom it was for; undefined for the employee. */
  readonly relativeFiscalCode?: string;
}

export interface PayrollYear {
  readonly taxYear: number;
  readonly vatNumber: string;
  /** The last closing that it counts. */
  readonly number: number;
  readonly fiscalCodes: ClosedPayroll['fiscalCodes'];
  /** Of the tax year, of all closings. */
  readonly lines: readonly PayrollLine[];
  readonly settled: readonly (SettledYear & { readonly personId: string })[];
  readonly expenses: readonly CuExpense[];
}

/** A tax year by person: amounts by letter, what the threshold came to where the year was settled, and expenses that may not be deducted again. */
export function yearRecords({ taxYear, vatNumber, number, fiscalCodes, lines, settled, expenses }: PayrollYear): readonly PayrollRecord[] {
  const codes = new Map(fiscalCodes.map(({ personId, fiscalCode }) => [personId, fiscalCode] as const));
  const period = `${taxYear}-00`;
  const { people, records } = linesAndTotals(lines.map((line) => ({ ...line, month: period })), fiscalCodes, true);
  const byCode = <T extends { readonly personId: string }>(some: readonly T[]): readonly (T & { readonly fiscalCode: string })[] => some.map((one) => ({ ...one, fiscalCode: codes.get(one.personId)! }));
  const years = [...byCode(settled)].sort((one, other) => (one.fiscalCode < other.fiscalCode ? -1 : 1));
  const told = addedUp(byCode(expenses), (one) => [one.fiscalCode, one.expenseYear, one.cuCode, one.relativeFiscalCode ?? '']);
  return [
    header('A', vatNumber, period, number),
    ...records,
    ...years.map((one): PayrollRecord => ({
      kind: '3',
      cells: { codice_fiscale: one.fiscalCode, anno_imposta: taxYear, importo: one.ownCents, altri_datori: one.externalCents, soglia: one.thresholdCents, imponibile: one.taxableCents },
    })),
    ...told.map((one): PayrollRecord => ({
      kind: '4',
      cells: {
        ...{ codice_fiscale: one.fiscalCode, anno_imposta: taxYear, anno_spesa: one.expenseYear, codice_onere: one.cuCode, importo: one.amountCents },
        ...{ codice_fiscale_familiare: one.relativeFiscalCode ?? '', per_dipendente: one.relativeFiscalCode === undefined ? 1 : 0 },
      },
    })),
    footer(people),
  ];
}
