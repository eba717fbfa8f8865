import { whyNoDay, type FieldError } from '@salvatempo/http';
import { err, instantOf, ok, romeDate, type Result } from '@salvatempo/kernel';
import { readCamt, StatementRefusedError, type CamtElement } from './camt-tree.reader';
import { centsOf, doubles, isBankReference, MAX_STATEMENT_LINES, statementLine, wrong, type Place, type ReadStatement, type StatementLine } from './statement-line.format';

/** More errors of one file aren't worth reading; looking up each place goes through the file from its beginning. */
const MAX_ERRORS = 20;

/**
 * Reads a statement as CAMT.053 (ISO 20022, any version) whole: its booked credits, or what is wrong by line and column. A batch is as many lines
 * as it has transactions with amounts of their own.
 * @param iban the territory's account; a statement of another one is refused. Undefined where the territory hasn't said which.
 */
export function readCamtStatement(xml: string, iban: string | undefined): Result<ReadStatement, readonly FieldError[]> {
  const found: { line: StatementLine; place: Place }[] = [];
  const errors: FieldError[] = [];
  const known = new Set<string>();
  let skipped = 0;
  const fail = (error: FieldError): void => {
    errors.push(error);
    if (errors.length >= MAX_ERRORS) throw new StatementRefusedError(errors);
  };
  try {
    readCamt(xml, {
      account(told, place) {
        if (iban !== undefined && told !== iban) fail(wrong(place(), 'IBAN', 'other-account', 'L’estratto conto è di un altro conto.'));
      },
      entry(entry, place) {
        if (!isBookedCredit(entry)) return void skipped++;
        for (const part of partsOf(entry)) {
          const line = lineOf(entry, part, fail, place);
          if (!line) continue;
          const key = `${line.bankReference} ${line.bookedOn} ${line.amountCents}`;
          if (known.has(key)) for (const error of doubles([0, 0].map(() => ({ line, place: place() })))) fail(error);
          known.add(key);
          found.push({ line, place: { line: 0, column: 0 } });
          if (found.length > MAX_STATEMENT_LINES) throw new StatementRefusedError([wrong(place(), '', 'too-many-rows', `Il file ha più di ${MAX_STATEMENT_LINES} accrediti: dividerlo.`)]);
        }
      },
    });
  } catch (error) {
    if (!(error instanceof StatementRefusedError)) throw error;
    return err(error.errors);
  }
  return errors.length > 0 ? err(errors) : ok({ lines: found.map(({ line }) => line), skipped });
}

const first = ({ texts }: CamtElement, ...paths: readonly string[]): string | undefined => paths.flatMap((path) => texts.get(path) ?? [])[0];
const all = ({ texts }: CamtElement, ...paths: readonly string[]): readonly string[] => paths.flatMap((path) => texts.get(path) ?? []);

/** What came in and is booked: no debit, no reversal of one, nothing that is only announced. */
const isBookedCredit = (entry: CamtElement): boolean => first(entry, 'CdtDbtInd') === 'CRDT' && first(entry, 'RvslInd') !== 'true' && (first(entry, 'Sts/Cd', 'Sts') ?? 'BOOK') === 'BOOK';

const AMOUNTS = ['AmtDtls/TxAmt/Amt', 'Amt'];

interface Part {
  readonly amount: string | undefined;
  readonly transaction: CamtElement | undefined;
  /** Of a batch, counted from 1. */
  readonly ordinal?: number;
}

function partsOf(entry: CamtElement): readonly Part[] {
  const { transactions } = entry;
  const isBatch = transactions.length > 1 && transactions.every((one) => first(one, ...AMOUNTS) !== undefined);
  if (!isBatch) return [{ amount: first(entry, 'Amt'), transaction: transactions.length === 1 ? transactions[0] : undefined }];
  return transactions.map((transaction, n) => ({ amount: first(transaction, ...AMOUNTS), transaction, ordinal: n + 1 }));
}

const TEXTS = ['RmtInf/Strd/CdtrRefInf/Ref', 'RmtInf/Ustrd', 'Refs/EndToEndId', 'AddtlTxInf'];
const IN_ENTRY = TEXTS.map((path) => `NtryDtls/TxDtls/${path}`);

function lineOf(entry: CamtElement, { amount, transaction, ordinal }: Part, fail: (error: FieldError) => void, place: () => Place): StatementLine | undefined {
  const amountCents = /^\d{1,9}(\.\d{1,2}0*)?$/.test(amount ?? '') ? centsOf(amount!.replace(/(\.\d\d)0+$/, '$1')) : undefined;
  if (amountCents === undefined || amountCents === 0) return void fail(wrong(place(), 'Amt', 'amount-format', 'L’importo di questo movimento non si legge, è zero o supera un milione di euro.'));
  const bookedOn = dayOf(first(entry, 'BookgDt/Dt', 'BookgDt/DtTm'));
  if (bookedOn === undefined) return void fail(wrong(place(), 'BookgDt', 'day-format', 'Manca il giorno della registrazione, o non è nel calendario.'));
  const bankReference = referenceOf(entry, transaction, ordinal);
  if (!isBankReference(bankReference)) return void fail(wrong(place(), 'AcctSvcrRef', 'bank-reference', 'Manca il riferimento della banca (AcctSvcrRef), che serve per riconoscere il movimento.'));
  const payer = (transaction && first(transaction, 'RltdPties/Dbtr/Nm', 'RltdPties/Dbtr/Pty/Nm')) ?? '';
  const text = (transaction ? all(transaction, ...TEXTS) : all(entry, ...IN_ENTRY, 'AddtlNtryInf')).filter((one) => one !== 'NOTPROVIDED').join(' ');
  return statementLine({ amountCents, bookedOn, bankReference, payer, text });
}

/** What the bank calls the movement; a batch's parts are counted where they have no reference of their own. */
function referenceOf(entry: CamtElement, transaction: CamtElement | undefined, ordinal: number | undefined): string {
  const own = first(entry, 'AcctSvcrRef', 'NtryRef');
  const part = transaction && first(transaction, 'Refs/AcctSvcrRef', 'Refs/TxId');
  if (ordinal === undefined) return own ?? part ?? '';
  return part ?? (own === undefined ? '' : `${own}/${ordinal}`);
}

/** The day in Rome of a date or an instant. */
function dayOf(text: string | undefined): string | undefined {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})(T.*)?$/.exec(text ?? '') ?? [];
  if (day === undefined || whyNoDay('BookgDt', day)) return undefined;
  if (time === undefined || !/(Z|[+-]\d{2}:\d{2})$/.test(time)) return day;
  const epochMs = Date.parse(text!);
  return Number.isNaN(epochMs) ? undefined : romeDate(instantOf(epochMs));
}
