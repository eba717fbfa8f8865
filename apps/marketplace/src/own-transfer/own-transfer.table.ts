import { DatedRules } from '@salvatempo/kernel';
import table from '../../../../docs/rules/own-transfer.json';

const KEY = 'own-transfer';
const rules = new DatedRules('own-transfer', table.rows, () => KEY);

/** Days for which an owner's transfer is awaited, of a purchase that is asked for on this day in Rome (`docs/rules/own-transfer.json`). Throws Error where no row covers it. */
export function transferDays(day: string): number {
  const row = rules.at(KEY, day);
  if (!row) throw new Error(`own-transfer has no row for ${day}`);
  return row.days;
}
