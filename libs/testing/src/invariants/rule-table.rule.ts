import { aidHeld, aidRefused, allotmentEnded, ruleTableEdited, ruleTableTaken, type AidRule, type RuleRow } from '@salvatempo/contracts';
import { romeDate } from '@salvatempo/kernel';
import type { Rule } from './committed';
import { followEvents, on } from './follow-events';

/** An edited version has a point behind the file's own. */
const isEdited = (version: string): boolean => version.includes('.');
const keyOf = (row: RuleRow): string => ('regime' in row ? row.regime : '');

/** By the text of the days alone, apart from the product's calendar. */
const onDay = (rows: readonly RuleRow[], key: string, day: string): readonly RuleRow[] =>
  rows.filter((row) => keyOf(row) === key && row.validFrom <= day && (row.validTo === null || row.validTo >= day));

/** What a decision must have found on that day. */
const saysOf = ({ ceilingCents, window, years, countsWith }: Omit<AidRule, 'regime' | 'version'>): string => JSON.stringify([ceilingCents, window, years, countsWith]);

/**
 * Each edit of a table goes on from the version before it and leaves no two rows of one key on one day; at rest each decision on
 * aid was taken by a row of a version that there is, not before its first day, and each recovery by a version that there is.
 */
export function ruleTableRule(): Rule {
  const versions = new Map<string, readonly RuleRow[]>();
  const last = new Map<string, string>();
  const decisions = new Map<string, { readonly rule: AidRule; readonly day: string }>();
  const recoveries = new Set<string>();
  const decided = ({ rule }: { readonly rule: AidRule }, time: string): void => void decisions.set(JSON.stringify([rule, romeDate(time)]), { rule, day: romeDate(time) });
  const handlers = [
    on(ruleTableTaken, ({ data: { table, version, rows }, expect }) => {
      expect(!last.has(table), () => `${table} was taken over from its file twice`);
      last.set(table, version);
      versions.set(`${table} ${version}`, rows);
    }),
    on(ruleTableEdited, ({ data: { table, version, basedOn, rows }, expect }) => {
      expect(last.get(table) === basedOn, () => `${table} ${version} was made from ${basedOn}, when ${last.get(table)} was in force`);
      expect(isEdited(version) && !versions.has(`${table} ${version}`), () => `${table} has no new version with ${version}`);
      for (const row of rows) expect(onDay(rows, keyOf(row), row.validFrom).length === 1, () => `${table} ${version}: more than one row on ${row.validFrom}`);
      last.set(table, version);
      versions.set(`${table} ${version}`, rows);
    }),
    on(aidHeld, ({ data: { facts }, time }) => decided(facts, time)),
    on(aidRefused, ({ data: { facts }, time }) => decided(facts, time)),
    on(allotmentEnded, ({ data: { interestRule } }) => void (interestRule?.version !== undefined && recoveries.add(interestRule.version))),
  ];
  return followEvents('rule-table', handlers, (_now, expect) => {
    for (const { rule, day } of decisions.values()) {
      const rows = versions.get(`de-minimis-rule ${rule.version}`);
      expect(rows !== undefined || !isEdited(rule.version), () => `aid was decided by ${rule.version}, which there isn’t`);
      // The row is that of the application's day, which may be some days before the decision.
      if (rows) expect(rows.some((row) => 'regime' in row && row.regime === rule.regime && row.validFrom <= day && saysOf(row) === saysOf(rule)), () => `until ${day} ${rule.version} doesn’t say ${saysOf(rule)} of ${rule.regime}`);
    }
    for (const version of recoveries) expect(versions.has(`recovery-interest ${version}`) || !isEdited(version), () => `interest was reckoned by ${version}, which there isn’t`);
  });
}
