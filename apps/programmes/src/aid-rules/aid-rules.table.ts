import type { AidRegime, AidRule } from '@salvatempo/contracts';
import { DatedRules } from '@salvatempo/kernel';
import table from '../../../../docs/rules/de-minimis-rule.json';

const rules = new DatedRules('de-minimis-rule', table.rows, (row) => row.regime);

/** The ceiling and window of a regulation for a grant on a day in Rome (`docs/rules/de-minimis-rule.json`); undefined where it isn't in force. */
export function aidRuleAt(regime: AidRegime, day: string): AidRule | undefined {
  const row = rules.at(regime, day);
  if (!row) return undefined;
  const { ceilingCents, window, years, countsWith } = row;
  return { regime, version: table.version, ceilingCents, window: window as AidRule['window'], years, countsWith: countsWith as AidRegime[] };
}

/** Whether a regulation is in force on each of two days, and so on every day between them. */
export const isInForce = (regime: AidRegime, from: string, to: string): boolean => {
  const row = rules.at(regime, from);
  return row !== undefined && row === rules.at(regime, to);
};
