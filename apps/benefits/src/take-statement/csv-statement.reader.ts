import { DATE, MAX_CSV_ERRORS, readCsvTable, whyNoDay, type CsvLine, type FieldError } from '@salvatempo/http';
import { err, ok, type Result } from '@salvatempo/kernel';
import { centsOf, doubles, isBankReference, statementLine, wrong, type Place, type ReadStatement, type StatementLine } from './statement-line.format';

const NAMES = ['data', 'importo', 'causale', 'riferimento_banca', 'ordinante'] as const;
type Column = (typeof NAMES)[number];

/** Reads a statement as CSV whole: its credits, or every error by line and column (docs/bank-statements.md). */
export function readCsvStatement(text: string): Result<ReadStatement, readonly FieldError[]> {
  const table = readCsvTable<Column>(text, { names: NAMES, optional: ['ordinante'], countHint: '; un importo con la virgola va tra virgolette, o le colonne separate da punto e virgola' });
  if (!table.ok) return table;
  const { order, lines, misshapen } = table.value;
  const credits = lines.filter(({ cells }) => !isOutgoing(cells[order.indexOf('importo')]!));
  const read = credits.map((line) => readLine(line, order));
  const found = read.flatMap((one) => (one.ok ? [one.value] : []));
  const errors = [...misshapen, ...read.flatMap((one) => (one.ok ? [] : one.error)), ...doubles(found)];
  if (errors.length > 0) return err([...errors].sort((a, b) => a.line! - b.line!).slice(0, MAX_CSV_ERRORS));
  return ok({ lines: found.map(({ line }) => line), skipped: lines.length - credits.length });
}

const isOutgoing = (amount: string): boolean => /^[-−]/.test(amount);

function readLine({ line, cells }: CsvLine, order: readonly Column[]): Result<{ line: StatementLine; place: Place }, readonly FieldError[]> {
  const errors: FieldError[] = [];
  const cell = (name: Column): string => cells[order.indexOf(name)] ?? '';
  const fail = (name: Column, code: string, message: string): undefined => void errors.push(wrong({ line, column: order.indexOf(name) + 1 }, name, code, message));
  const bookedOn = dayOf(cell('data')) ?? fail('data', 'day-format', 'Il giorno va scritto come 24/11/2026 oppure 2026-11-24.');
  const amountCents = centsOf(cell('importo').replace(/^\+/, '')) ?? fail('importo', 'amount-format', 'L’importo va scritto come 1.234,56, in euro, fino a un milione.');
  if (amountCents === 0) fail('importo', 'amount-zero', 'Un movimento di zero euro non è un accredito.');
  const bankReference = cell('riferimento_banca');
  if (!isBankReference(bankReference)) fail('riferimento_banca', 'bank-reference', 'Il riferimento della banca (CRO, TRN o numero del movimento) serve per riconoscere il movimento: da 1 a 35 caratteri.');
  if (errors.length > 0) return err(errors);
  const read = statementLine({ amountCents: amountCents!, bookedOn: bookedOn!, bankReference, payer: cell('ordinante'), text: cell('causale') });
  return ok({ line: read, place: { line, column: 1 } });
}

/** `YYYY-MM-DD` of a day that the calendar has. */
function dayOf(text: string): string | undefined {
  const italian = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  const day = italian ? `${italian[3]}-${italian[2]!.padStart(2, '0')}-${italian[1]!.padStart(2, '0')}` : text;
  return DATE.test(day) && !whyNoDay('data', day) ? day : undefined;
}
