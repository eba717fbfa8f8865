import type { RuleChange, RuleRow } from '../api/views';
import { daysLater } from '../format/dates';
import { centsOf } from '../format/money';

/** An edit as it is typed: of one row, from a day on or in its place. */
export interface RuleValues {
  /** Which row, as `rowKey` names it. */
  readonly row: string;
  readonly how: 'from-day' | 'in-place';
  readonly value: string;
  readonly from: string;
  /** Empty for no last day. */
  readonly to: string;
  readonly norm: string;
  readonly confidence: RuleRow['confidence'];
  readonly reason: string;
}

export const rowKey = ({ regime, validFrom }: RuleRow): string => `${regime ?? 'rate'}/${validFrom}`;

/** What somebody typed as a yearly rate, 0 to 100 percent with up to two decimals, in basis points; undefined where it is none. */
export function rateOf(typed: string): number | undefined {
  if (!/^\d{1,3}([.,]\d{1,2})?$/.test(typed.trim())) return undefined;
  const basisPoints = Math.round(Number(typed.trim().replace(',', '.')) * 100);
  return basisPoints <= 10_000 ? basisPoints : undefined;
}

/** Whether what was typed is a value of such a row: a ceiling above zero, or a rate. */
export const isValueOf = ({ regime }: RuleRow, typed: string): boolean => (regime === undefined ? rateOf(typed) !== undefined : (centsOf(typed) ?? 0) > 0);

/** The changes that an edit is: what can't be typed stays as the row has it. From a day on, the row ends the day before. */
export function changesOf(old: RuleRow, { how, value, from, to, norm, confidence }: RuleValues): RuleChange[] {
  const { validFrom, validTo, ...row } = old;
  const figure = old.regime === undefined ? { basisPoints: rateOf(value)! } : { ceilingCents: centsOf(value)! };
  const changed = { ...row, ...figure, ...(to !== '' && { validTo: to }), norm: norm.trim(), confidence };
  if (how === 'in-place' || from === validFrom) return [{ change: 'correct', ...changed, validFrom }];
  const added: RuleChange = { change: 'add', ...changed, validFrom: from };
  if (validTo !== undefined && from > validTo) return [added];
  return [{ change: 'close', ...(old.regime && { regime: old.regime }), validFrom, validTo: daysLater(from, -1) }, added];
}

/** The rows that a table has and another hasn't, of those that are told apart by anything they say. */
export const newRows = (rows: readonly RuleRow[], before: readonly RuleRow[]): readonly RuleRow[] => {
  const known = new Set(before.map((row) => JSON.stringify(row)));
  return rows.filter((row) => !known.has(JSON.stringify(row)));
};
