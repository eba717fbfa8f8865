import { aidRuleRowSchema, interestRateRowSchema, type RuleRow, type RuleTableName } from '@salvatempo/contracts';
import { ProblemError } from '@salvatempo/http';
import type { AskedChange } from '../domain/rule-rows';
import type { RuleChangeDto } from './edit-rule-table.dto';

/** What is asked for, as the table's decider takes it. Throws ProblemError `rule-row-invalid` where a field of the table is missing. */
export const askedChanges = (table: RuleTableName, changes: readonly RuleChangeDto[]): readonly AskedChange[] => changes.map((one) => asked(table, one));

function asked(table: RuleTableName, { change, ...fields }: RuleChangeDto): AskedChange {
  if (change !== 'close') return { change, row: rowOf(table, fields) };
  const { regime, validFrom, validTo } = fields;
  const key = table === 'recovery-interest' ? 'recovery' : regime;
  if (!key || !validTo) throw new ProblemError('rule-row-invalid');
  return { change, key, validFrom, validTo };
}

/** The fields that the table's rows have; others are left out. */
function rowOf(table: RuleTableName, { norm, validTo, ...fields }: Omit<RuleChangeDto, 'change'>): RuleRow {
  const schema = table === 'de-minimis-rule' ? aidRuleRowSchema : interestRateRowSchema;
  const { data } = schema.safeParse({ ...fields, norm: norm?.trim(), validTo: validTo ?? null });
  if (!data) throw new ProblemError('rule-row-invalid');
  return data;
}
