import type { AidRegime, AidRule } from '@salvatempo/contracts';
import { isValidAt } from '@salvatempo/kernel';
import type { AidRules } from './rule-table';

/** The ceiling and window of a regulation for a grant on a day in Rome; undefined where it isn't in force. */
export function aidRuleAt({ version, rows }: AidRules, regime: AidRegime, day: string): AidRule | undefined {
  const row = rows.find((one) => one.regime === regime && isValidAt(one, day));
  if (!row) return undefined;
  const { ceilingCents, window, years, countsWith } = row;
  return { regime, version, ceilingCents, window, years, countsWith };
}

/** Whether a regulation is in force on each of two days, and so on every day between them: its rows have no gap. */
export const isInForce = (rules: AidRules, regime: AidRegime, from: string, to: string): boolean => [from, to].every((day) => aidRuleAt(rules, regime, day) !== undefined);
