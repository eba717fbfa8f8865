import { DatedRules, type DatedRow } from '@salvatempo/kernel';
import table from '../../../../docs/rules/ateco-divisions.json';

interface Division extends DatedRow {
  /** Two digits. */
  readonly division: string;
}

const rules = new DatedRules<string, Division>('ateco-divisions', table.rows, ({ division }) => division);

/** Whether an ATECO code begins with a division that there is on a day in Rome (`docs/rules/ateco-divisions.json`). */
export const isSector = (code: string, date: string): boolean => rules.at(code.slice(0, 2), date) !== undefined;
