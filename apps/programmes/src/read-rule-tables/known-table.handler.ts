import { ruleTableSchema, type RuleTableName } from '@salvatempo/contracts';
import { ProblemError } from '@salvatempo/http';

/** A table that can be edited, by its name. Throws ProblemError `rule-table-not-found`. */
export function knownTable(name: string): RuleTableName {
  const { data } = ruleTableSchema.safeParse(name);
  if (!data) throw new ProblemError('rule-table-not-found');
  return data;
}
