import { z } from 'zod';
import { idSchema, instantSchema } from './envelope/envelope';
import { event } from './envelope/message';
import { aidFigures, aidRegimeSchema, daySchema, ruleVersionSchema } from './programmes-aid.messages';

/** A dated table that programmes decides by and an operator may edit (docs/rules, without the ending). */
export const ruleTableSchema = z.enum(['de-minimis-rule', 'recovery-interest']);
export type RuleTableName = z.infer<typeof ruleTableSchema>;

export const confidenceSchema = z.enum(['primary', 'secondary', 'knowledge', 'unsure']);
/** Days in Rome, both included; `validTo` null is open. */
const dated = { validFrom: daySchema, validTo: daySchema.nullable(), norm: z.string().min(1).max(200), confidence: confidenceSchema };

export const aidRuleRowSchema = z.object({ regime: aidRegimeSchema, ...aidFigures, ...dated });
export type AidRuleRow = z.infer<typeof aidRuleRowSchema>;
/** A yearly rate of the legal interest. */
export const interestRateRowSchema = z.object({ basisPoints: z.number().int().min(0).max(10_000), ...dated });
export type InterestRateRow = z.infer<typeof interestRateRowSchema>;

const rowSchema = z.union([aidRuleRowSchema, interestRateRowSchema]);
export type RuleRow = z.infer<typeof rowSchema>;

/** Rows of one table. */
export const MAX_RULE_ROWS = 100;
/** Changes of one edit. */
export const MAX_RULE_CHANGES = 10;

/** What was done to a row, and the row as it is since: closed at a day, added, or corrected in its place. */
const changeSchema = z.object({ change: z.enum(['close', 'add', 'correct']), row: rowSchema });
export type RuleChange = z.infer<typeof changeSchema>;

const rows = z.array(rowSchema).min(1).max(MAX_RULE_ROWS);
/** What a table's file said when an operator first edited it: from here on the edited rows hold, whatever a later file says. */
export const ruleTableTaken = event('programmes.rule-table-taken.v1', z.object({ table: ruleTableSchema, version: ruleVersionSchema, rows }));
/** An operator changed a table: what was done, and all its rows since. Why is kept beside the table, in no event. */
export const ruleTableEdited = event(
  'programmes.rule-table-edited.v1',
  z.object({ table: ruleTableSchema, version: ruleVersionSchema, basedOn: ruleVersionSchema, changes: z.array(changeSchema).min(1).max(MAX_RULE_CHANGES), rows, by: idSchema, editedAt: instantSchema }),
);
