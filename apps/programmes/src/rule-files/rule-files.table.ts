import { aidRuleRowSchema, interestRateRowSchema, type RuleTableName } from '@salvatempo/contracts';
import { DatedRules, RuleTableError } from '@salvatempo/kernel';
import { hasGap, keyOf } from '../domain/rule-rows';
import type { AidRules, InterestRates, RuleVersion } from '../domain/rule-table';
import deMinimis from '../../../../docs/rules/de-minimis-rule.json';
import interest from '../../../../docs/rules/recovery-interest.json';

/** Ceilings and windows of the regulations on aid, as the file has them. */
export const aidRuleFile: AidRules = { version: deMinimis.version, rows: deMinimis.rows.map((row) => aidRuleRowSchema.parse(row)) };
/** What is recovered of a revoked grant bears interest at these rates, as the file has them. */
export const interestFile: InterestRates = { version: interest.version, rows: interest.rows.map((row) => interestRateRowSchema.parse(row)) };

/** Each table's file: what holds until an operator edits it. */
export const ruleFiles: Readonly<Record<RuleTableName, RuleVersion>> = { 'de-minimis-rule': aidRuleFile, 'recovery-interest': interestFile };

// Refuses to load where two rows of one key are valid on one day, or none is between two of them.
for (const [table, { rows }] of Object.entries(ruleFiles)) {
  new DatedRules(table, rows, keyOf);
  if (hasGap(rows)) throw new RuleTableError(table, 'has days without a row');
}
