import type { AidRuleRow, InterestRateRow, RuleChange, RuleRow, RuleTableName } from '@salvatempo/contracts';
import { derivedId, type Instant } from '@salvatempo/kernel';

/** A dated table in one of its versions. */
export interface RuleVersion<R extends RuleRow = RuleRow> {
  readonly version: string;
  readonly rows: readonly R[];
}

export type AidRules = RuleVersion<AidRuleRow>;
export type InterestRates = RuleVersion<InterestRateRow>;

/** An edit by an operator, as it is kept for the history. */
export interface RuleEdit {
  readonly version: string;
  readonly basedOn: string;
  readonly changes: readonly RuleChange[];
  readonly by: string;
  readonly editedAt: Instant;
}

/** A dated table as operators edited it. One that was never edited says what its file says (docs/adr/0227). */
export type RuleTable =
  | { readonly status: 'absent' }
  | (RuleVersion & {
      readonly status: 'edited';
      /** Version of the file that the first edit was made from. */
      readonly fileVersion: string;
      readonly edits: readonly RuleEdit[];
    });

export const ruleTable = { service: 'programmes', name: 'rule-table', prefix: 'rtb', schema: 1, initial: { status: 'absent' } as RuleTable };

export const ruleTableIdOf = (table: RuleTableName): string => derivedId('rtb', table);

/** Changes of one table that are kept, all edits together; they and their reasons stay well below a document's limit. */
export const MAX_KEPT_CHANGES = 300;

/** The table in force: as it was edited last, or its file. */
export const inForce = (state: RuleTable, file: RuleVersion): RuleVersion => (state.status === 'edited' ? { version: state.version, rows: state.rows } : file);

/** Why each edit was made, in their order: free text of a person, kept beside the table and in no event. */
export const reasonsOf = (personal: Readonly<Record<string, unknown>> | undefined): readonly string[] => (personal?.['reasons'] ?? []) as readonly string[];
