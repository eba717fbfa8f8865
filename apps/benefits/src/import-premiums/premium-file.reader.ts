import { fileTable, MAX_CSV_ERRORS, type CsvLine, type FieldError } from '@salvatempo/http';
import { centsOfDigits, err, isFiscalCode, normaliseFiscalCode, ok, type Cents, type Result } from '@salvatempo/kernel';
import { whyNotFavoured, type NotFavoured, type PremiumRule } from '../domain/premium';

/** A premium of the file: what somebody gets, and whether at the substitute tax. What they earned is read here and kept nowhere. */
export interface PremiumLine {
  /** Of the file, from 1. */
  readonly line: number;
  readonly personId: string;
  readonly amountCents: Cents;
  readonly why?: NotFavoured;
}

export interface PremiumFileContext {
  readonly personIdOf: (fiscalCode: string) => string;
  /** Whether somebody is one of the firm's people. */
  readonly isKnown: (personId: string) => boolean;
  readonly contractEligible: boolean;
  readonly rule: PremiumRule;
}

const NAMES = ['codice_fiscale', 'premio', 'reddito_anno_prima', 'rinuncia_imposta'] as const;
type Column = (typeof NAMES)[number];
interface CellError {
  readonly code: string;
  readonly message: string;
}
const wrong = (code: string, message: string): CellError => ({ code, message });
const isWrong = (value: unknown): value is CellError => typeof value === 'object';

const MAX_PREMIUM_CENTS = 10_000_000;
const MAX_INCOME_CENTS = 1_000_000_000;

function amountIn(cell: string, least: number, most: number): Cents | CellError {
  const match = /^(\d{1,8})(?:[.,](\d{1,2}))?$/.exec(cell);
  if (!match) return wrong('amount-format', 'L’importo va scritto come 1000,00 oppure 1000.00, senza punti delle migliaia.');
  const cents = centsOfDigits(match[1]!, match[2]);
  return cents >= least && cents <= most ? cents : wrong('amount-range', 'L’importo è fuori dai limiti.');
}

function waiverIn(cell: string): boolean | CellError {
  const answer = cell.toLowerCase().replace('ì', 'i');
  if (answer === '' || answer === 'no') return false;
  return answer === 'si' || wrong('yes-no', 'Si scrive “si” oppure “no”.');
}

function personIn(cell: string, { personIdOf, isKnown }: PremiumFileContext, seen: ReadonlySet<string>): string | CellError {
  const code = normaliseFiscalCode(cell);
  if (!isFiscalCode(code)) return wrong('fiscal-code-check', 'Il codice fiscale non è giusto: controllare i 16 caratteri.');
  const personId = personIdOf(code);
  if (!isKnown(personId)) return wrong('person-not-in-firm', 'Questa persona non lavora per l’impresa.');
  return seen.has(personId) ? wrong('person-twice', 'Questa persona c’è già in una riga sopra.') : personId;
}

/** Finds the premiums in the lines of a file: all of them, or every error by line and column (both counted from 1), which never repeats what was written. */
export function readPremiumLines(file: readonly CsvLine[], context: PremiumFileContext): Result<readonly PremiumLine[], readonly FieldError[]> {
  const table = fileTable<Column>(file, { names: NAMES, optional: ['rinuncia_imposta'] });
  if (!table.ok) return table;
  const { order, lines, misshapen } = table.value;
  const errors: FieldError[] = [...misshapen];
  const read: PremiumLine[] = [];
  const seen = new Set<string>();
  for (const { line, cells } of lines) {
    const at = (name: Column): string => cells[order.indexOf(name)] ?? '';
    const found = {
      codice_fiscale: personIn(at('codice_fiscale'), context, seen),
      premio: amountIn(at('premio'), 1, MAX_PREMIUM_CENTS),
      reddito_anno_prima: amountIn(at('reddito_anno_prima'), 0, MAX_INCOME_CENTS),
      rinuncia_imposta: waiverIn(at('rinuncia_imposta')),
    };
    for (const name of NAMES) if (isWrong(found[name])) errors.push({ line, column: order.indexOf(name) + 1, field: name, ...found[name] });
    const { codice_fiscale: personId, premio: amountCents, reddito_anno_prima: incomeCents, rinuncia_imposta: waived } = found;
    if (isWrong(personId) || isWrong(amountCents) || isWrong(incomeCents) || isWrong(waived)) continue;
    seen.add(personId);
    const why = whyNotFavoured({ contractEligible: context.contractEligible, incomeCents, waived }, context.rule);
    read.push({ line, personId, amountCents, ...(why && { why }) });
  }
  if (errors.length > 0) return err(errors.sort((a, b) => a.line! - b.line! || a.column! - b.column!).slice(0, MAX_CSV_ERRORS));
  return ok(read);
}
