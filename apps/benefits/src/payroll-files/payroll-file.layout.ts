/** A column of the files, documented in docs/payroll-files.md; a test compares the two. */
export interface PayrollColumn {
  readonly name: string;
  /** In characters, of the fixed layout. */
  readonly width: number;
  /** `text`: left, filled with spaces. `number`: right, filled with zeros. `amount`: a sign, then euro cents filled with zeros; euros in the CSV. */
  readonly kind: 'text' | 'number' | 'amount';
}

const text = (name: string, width: number): PayrollColumn => ({ name, width, kind: 'text' });
const number = (name: string, width: number): PayrollColumn => ({ name, width, kind: 'number' });
const amount = (name: string): PayrollColumn => ({ name, width: 14, kind: 'amount' });

/** The first column of every record: which kind it is. */
export const RECORD = text('tipo_record', 1);
/** Characters of every line of the fixed layout, its end not counted. */
export const LINE_WIDTH = 100;

/** The columns of each kind of record after the first, in their order. */
export const records = {
  /** Head of a file. */
  '0': [text('tracciato', 8), number('versione', 2), text('contenuto', 1), text('partita_iva', 11), text('periodo', 6), number('chiusura', 6)],
  /** A person's amount. */
  '1': [text('codice_fiscale', 16), text('mese', 6), number('anno_imposta', 4), text('voce', 1), text('lettera', 10), amount('importo')],
  /** A total. */
  '2': [number('anno_imposta', 4), text('voce', 1), text('lettera', 10), amount('importo'), number('righe', 7)],
  /** A person's year under art. 51 c.3. */
  '3': [text('codice_fiscale', 16), number('anno_imposta', 4), amount('importo'), amount('altri_datori'), amount('soglia'), amount('imponibile')],
  /** A reimbursed expense for the certificazione unica. */
  '4': [text('codice_fiscale', 16), number('anno_imposta', 4), number('anno_spesa', 4), text('codice_onere', 2), amount('importo'), text('codice_fiscale_familiare', 16), number('per_dipendente', 1)],
  /** The end. */
  '9': [number('righe', 7), amount('importo')],
} as const satisfies Readonly<Record<string, readonly PayrollColumn[]>>;

export type RecordKind = keyof typeof records;

export interface PayrollRecord {
  readonly kind: RecordKind;
  /** By the name of the column; amounts in euro cents. One that is missing stays empty. */
  readonly cells: Readonly<Record<string, string | number>>;
}
