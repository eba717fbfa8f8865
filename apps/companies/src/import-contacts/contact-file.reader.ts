import { fileTable, MAX_CSV_ERRORS, type CsvLine, type FieldError } from '@salvatempo/http';
import { err, isVatNumber, normaliseVatNumber, ok, type Result } from '@salvatempo/kernel';
import { isCellError, type CellError } from '../import-employees/employee-file.columns';

/** A firm of the file, as it is listed. */
export interface ContactLine {
  readonly vatNumber: string;
  readonly name: string;
  readonly municipality: string;
  readonly finder: string;
}

/** What is known of places and associations. */
export interface ContactContext {
  /** The Belfiore code of a Comune by its code or name. */
  readonly municipalityOf: (cell: string) => Promise<string | undefined>;
  /** The id of an association by its number of 11 digits. */
  readonly associationOf: (vatNumber: string) => Promise<string | undefined>;
}

type Cell = string | CellError;
const wrong = (code: string, message: string): CellError => ({ code, message });

const NAMES = ['partita_iva', 'nome', 'comune', 'segnalato_da'] as const;
type Column = (typeof NAMES)[number];

const vatNumberIn = (cell: string): Cell => {
  const vatNumber = normaliseVatNumber(cell);
  return isVatNumber(vatNumber) ? vatNumber : wrong('vat-number', 'La partita IVA non è giusta: controllare le 11 cifre.');
};
const nameIn = (cell: string): Cell => (cell.length >= 1 && cell.length <= 120 ? cell : wrong('name-format', 'Il nome ha da 1 a 120 caratteri.'));

async function municipalityIn(cell: string, { municipalityOf }: ContactContext): Promise<Cell> {
  return (await municipalityOf(cell)) ?? wrong('municipality-unknown', 'Nessun Comune ha questo nome o codice.');
}

/** Whoever found it; the Comune of the firm where the file doesn't say. */
async function finderIn(cell: string, municipality: Cell, context: ContactContext): Promise<Cell> {
  if (cell === '') return isCellError(municipality) ? '' : municipality;
  const vatNumber = normaliseVatNumber(cell);
  const found = isVatNumber(vatNumber) ? await context.associationOf(vatNumber) : await context.municipalityOf(cell);
  return found ?? wrong('finder-unknown', 'Chi segnala è un Comune, o un’associazione registrata indicata con le sue 11 cifre.');
}

/** Finds the firms to contact in the lines of a file: all of them, or every error by line and column (both counted from 1). */
export async function readContactLines(file: readonly CsvLine[], context: ContactContext): Promise<Result<readonly ContactLine[], readonly FieldError[]>> {
  const table = fileTable<Column>(file, { names: NAMES, optional: ['segnalato_da'] });
  if (!table.ok) return table;
  const { order, lines, misshapen } = table.value;
  const errors: FieldError[] = [...misshapen];
  const read: ContactLine[] = [];
  const seen = new Set<string>();
  for (const { line, cells } of lines) {
    const at = (name: Column): string => cells[order.indexOf(name)] ?? '';
    const municipality = await municipalityIn(at('comune'), context);
    const vatNumber = vatNumberIn(at('partita_iva'));
    const twice = !isCellError(vatNumber) && seen.has(vatNumber);
    const found: Readonly<Record<Column, Cell>> = {
      partita_iva: twice ? wrong('vat-number-twice', 'Questa partita IVA c’è già in una riga sopra.') : vatNumber,
      nome: nameIn(at('nome')),
      comune: municipality,
      segnalato_da: await finderIn(at('segnalato_da'), municipality, context),
    };
    if (!isCellError(vatNumber)) seen.add(vatNumber);
    for (const name of NAMES) if (isCellError(found[name])) errors.push({ line, column: order.indexOf(name) + 1, field: name, ...found[name] });
    read.push({ vatNumber: String(found.partita_iva), name: String(found.nome), municipality: String(found.comune), finder: String(found.segnalato_da) });
  }
  if (errors.length > 0) return err(errors.sort((a, b) => a.line! - b.line! || a.column! - b.column!).slice(0, MAX_CSV_ERRORS));
  return ok(read);
}
