import { sumCents, type Cents } from '@salvatempo/kernel';
import type { LoadedClosing } from '../close-payroll-month/payroll-facts.handler';
import { partsOf, type ClosedPayroll, type PayrollLine } from '../domain/payroll';
import type { PayrollRecord } from './payroll-file.layout';

export const FILE_PARTS = ['month', 'corrections'] as const;
export type FilePart = (typeof FILE_PARTS)[number];

/** A line of a file: what closings told under several claims, and where no letter is shown several letters, is one. */
interface FileLine extends Omit<PayrollLine, 'personId' | 'claimId'> {
  readonly fiscalCode: string;
}

const ITEMS = { reimbursement: 'R', 'in-kind': 'N', pension: 'F', premium: 'P', 'premium-ordinary': 'O', 'meal-excess': 'B' } as const;
/** `YYYYMM`, as the files write a month. */
const written = (month: string): string => month.replace('-', '');

export const header = (content: 'M' | 'R' | 'A', vatNumber: string, period: string, number: number): PayrollRecord => ({
  kind: '0',
  cells: { tracciato: 'SVTPAGHE', versione: 1, contenuto: content, partita_iva: vatNumber, periodo: written(period), chiusura: number },
});

export const footer = (lines: readonly { readonly amountCents: Cents }[]): PayrollRecord => ({
  kind: '9',
  cells: { righe: lines.length, importo: sumCents(lines.map(({ amountCents }) => amountCents)) },
});

/** Lines with what tells them apart, added up and in its order. */
export function addedUp<L extends { readonly amountCents: Cents }>(lines: readonly L[], keyOf: (line: L) => readonly (string | number)[]): readonly (L & { readonly count: number })[] {
  const sums = new Map<string, L & { readonly count: number }>();
  for (const line of lines) {
    const key = keyOf(line).join('|');
    const before = sums.get(key);
    sums.set(key, { ...line, amountCents: (before?.amountCents ?? 0) + line.amountCents, count: (before?.count ?? 0) + 1 });
  }
  return [...sums].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, line]) => line);
}

/** Lines by person, and their totals by tax year and letter. */
export function linesAndTotals(lines: readonly PayrollLine[], codes: ClosedPayroll['fiscalCodes'], withLetters: boolean): { readonly people: readonly FileLine[]; readonly records: readonly PayrollRecord[] } {
  const known = new Map(codes.map(({ personId, fiscalCode }) => [personId, fiscalCode] as const));
  const shown = lines.map(({ personId, letter, ...line }): FileLine => ({ ...line, letter: withLetters ? letter : '', fiscalCode: known.get(personId)! }));
  const people = addedUp(shown, (line) => [line.fiscalCode, line.month, line.taxYear, line.item, line.letter]);
  const totals = addedUp(people, (line) => [line.taxYear, line.item, line.letter]);
  const shared = ({ taxYear, item, letter, amountCents }: FileLine): PayrollRecord['cells'] => ({ anno_imposta: taxYear, voce: ITEMS[item], lettera: letter, importo: amountCents });
  return {
    people,
    records: [
      ...people.map((line): PayrollRecord => ({ kind: '1', cells: { codice_fiscale: line.fiscalCode, mese: written(line.month), ...shared(line) } })),
      ...totals.map((line): PayrollRecord => ({ kind: '2', cells: { ...shared(line), righe: line.count } })),
    ],
  };
}

/** A closing's month, or its corrections. A letter alone can say whose mother is ill: without letters, amounts under several of them are one. */
export function monthRecords({ state, closed }: LoadedClosing, part: FilePart, withLetters: boolean): readonly PayrollRecord[] {
  const { own, corrections } = partsOf(closed.lines, state.month);
  const { people, records } = linesAndTotals(part === 'month' ? own : corrections, closed.fiscalCodes, withLetters);
  return [header(part === 'month' ? 'M' : 'R', closed.vatNumber, state.month, state.number), ...records, footer(people)];
}
