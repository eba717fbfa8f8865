import type { FieldError } from '@salvatempo/http';
import { Parser } from 'saxen';
import { wrong, type Place } from './statement-line.format';

/** Deeper and longer than any statement, and far below what would hurt. */
const MAX_DEPTH = 40;
const MAX_ELEMENTS = 300_000;

/** An element of one entry: its texts by path, and the same of each transaction in it. */
export interface CamtElement {
  /** Paths of local names below the element, such as `Refs/EndToEndId`. */
  readonly texts: ReadonlyMap<string, readonly string[]>;
  readonly transactions: readonly CamtElement[];
}

export interface CamtListener {
  /** The account of a statement. */
  account(iban: string, place: () => Place): void;
  entry(entry: CamtElement, place: () => Place): void;
}

/** A file that can't be read on: where, and why. */
export class StatementRefusedError extends Error {
  constructor(readonly errors: readonly FieldError[]) {
    super('the statement was refused');
    this.name = 'StatementRefusedError';
  }
}

const refused = (place: Place, code: string, message: string): StatementRefusedError => new StatementRefusedError([wrong(place, '', code, message)]);

const ACCOUNT = 'Document/BkToCstmrStmt/Stmt/Acct/Id/IBAN';
const ENTRY = 'Document/BkToCstmrStmt/Stmt/Ntry';
const TRANSACTION = `${ENTRY}/NtryDtls/TxDtls`;

interface Open {
  readonly path: string;
  readonly texts: Map<string, string[]>;
  readonly transactions: CamtElement[];
}

/**
 * Goes through a CAMT.053 element by element, keeping no more of it than one entry. A document type is refused before it is read, so that there
 * are no entities but XML's own five. Throws StatementRefusedError.
 */
export function readCamt(xml: string, listener: CamtListener): void {
  const declared = /<!(DOCTYPE|ENTITY)/i.exec(xml);
  if (declared) throw refused(placeAt(xml, declared.index), 'xml-doctype', 'Il file dichiara un tipo di documento o delle entità: un estratto conto CAMT.053 non ne ha.');
  const names: string[] = [];
  const open: Open[] = [];
  let [text, elements] = ['', 0];
  const placeOf = (context: () => Place) => (): Place => ({ line: context().line + 1, column: context().column + 1 });
  const parser = new Parser();
  parser.on('openTag', (name, attributes, _decode, _closed, context) => {
    names.push(localName(name));
    text = '';
    if (names.length === 1 && !isCamt053(names[0]!, attributes())) throw refused(placeOf(context)(), 'not-camt-053', 'Il file non è un estratto conto CAMT.053 (ISO 20022, camt.053.001).');
    if (names.length > MAX_DEPTH || ++elements > MAX_ELEMENTS) throw refused(placeOf(context)(), 'xml-too-large', 'Il file ha troppi elementi o troppo annidati.');
    const path = names.join('/');
    if (path === `${ENTRY}/Amt` && (attributes()['Ccy'] ?? 'EUR') !== 'EUR') throw refused(placeOf(context)(), 'currency', 'Il movimento non è in euro.');
    if (path === ENTRY || path === TRANSACTION) open.push({ path, texts: new Map(), transactions: [] });
  });
  parser.on('text', (value, decode) => void (text += decode(value)));
  parser.on('cdata', (value) => void (text += value));
  parser.on('closeTag', (_name, _decode, _closed, context) => {
    const path = names.join('/');
    names.pop();
    const value = text.trim();
    text = '';
    if (value !== '') for (const { path: from, texts } of open) append(texts, path.slice(from.length + 1), value);
    if (path === ACCOUNT) listener.account(value, placeOf(context));
    if (open.at(-1)?.path !== path) return;
    const closed = open.pop()!;
    if (path === TRANSACTION) open.at(-1)?.transactions.push(closed);
    else listener.entry(closed, placeOf(context));
  });
  parser.on('error', (_error, context) => {
    throw refused(placeOf(context)(), 'xml-broken', 'L’XML non è ben formato da questo punto in poi.');
  });
  // Text outside the root, an attribute twice: a bank's file has none of it.
  parser.on('warn', (_error, context) => {
    throw refused(placeOf(context)(), 'xml-broken', 'L’XML non è ben formato in questo punto.');
  });
  parser.parse(xml);
}

/** A name without its prefix. */
const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

const isCamt053 = (root: string, attributes: Readonly<Record<string, string>>): boolean =>
  root === 'Document' && Object.entries(attributes).some(([name, value]) => name.startsWith('xmlns') && value.includes(':camt.053.'));

function append(texts: Map<string, string[]>, path: string, value: string): void {
  texts.set(path, [...(texts.get(path) ?? []), value]);
}

function placeAt(text: string, index: number): Place {
  const before = text.slice(0, index).split('\n');
  return { line: before.length, column: before.at(-1)!.length + 1 };
}
