import { DatedRules } from '@salvatempo/kernel';
import table from '../../../../docs/rules/firm-cover.json';
import type { CoverTerms } from '../domain/firm-cover';

const KEY = 'firm-cover';
const rules = new DatedRules('firm-cover', table.rows, () => KEY);

/** The terms of a firm's cover on a day in Rome (`docs/rules/firm-cover.json`). Throws Error where no row covers it. */
export function coverTermsOn(day: string): CoverTerms {
  const row = rules.at(KEY, day);
  if (!row) throw new Error(`firm-cover has no row for ${day}`);
  const { guaranteeCents, dueDays, reminderDays } = row;
  return { guaranteeCents, dueDays, reminderDays };
}
