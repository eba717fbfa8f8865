import { ruleTableEdited, ruleTableTaken, type DataOf, type RuleTableName } from '@salvatempo/contracts';
import { accept, refuse, romeDate, slice } from '@salvatempo/kernel';
import { applied, faultOf, type AskedChange } from '../domain/rule-rows';
import { inForce, MAX_KEPT_CHANGES, reasonsOf, type RuleTable, type RuleVersion } from '../domain/rule-table';

export interface EditRuleTable {
  readonly table: RuleTableName;
  /** What the table's file says. */
  readonly file: RuleVersion;
  /** The version that the operator saw. */
  readonly basedOn: string;
  readonly changes: readonly AskedChange[];
  readonly reason: string;
  readonly by: string;
}

/** Changes a table as one whole, from the version that the operator saw; what was decided before keeps the version that it was decided by. */
export const editRuleTableSlice = slice<RuleTable, EditRuleTable>({
  command: 'edit-rule-table',
  decide({ table, file, basedOn, changes: asked, reason, by }, state, { at, personal }) {
    const before = inForce(state, file);
    if (basedOn !== before.version) return refuse('rule-table-changed', { version: before.version });
    const [edits, fileVersion] = state.status === 'edited' ? [state.edits, state.fileVersion] : [[], file.version];
    if (edits.reduce((sum, { changes }) => sum + changes.length, asked.length) > MAX_KEPT_CHANGES) return refuse('rule-table-full');
    const after = applied(before.rows, asked);
    if (typeof after === 'string') return refuse(after);
    const fault = faultOf(table, before.rows, after.rows, romeDate(at));
    if (fault !== undefined) return refuse(fault);
    const version = `${fileVersion}.${edits.length + 1}`;
    const edited = ruleTableEdited.of({ table, version, basedOn, changes: [...after.changes], rows: [...after.rows], by, editedAt: at });
    const taken = state.status === 'absent' ? [ruleTableTaken.of({ table, version: file.version, rows: [...file.rows] })] : [];
    return { ...accept(...taken, edited), personal: { reasons: [...reasonsOf(personal), reason] } };
  },
  evolve: {
    [ruleTableTaken.type]: (_: RuleTable, { version, rows }: DataOf<typeof ruleTableTaken>): RuleTable => ({ status: 'edited', fileVersion: version, version, rows, edits: [] }),
    [ruleTableEdited.type]: (state: RuleTable, { version, basedOn, changes, rows, by, editedAt }: DataOf<typeof ruleTableEdited>): RuleTable => {
      const table = state as Extract<RuleTable, { status: 'edited' }>;
      return { ...table, version, rows, edits: [...table.edits, { version, basedOn, changes, by, editedAt }] };
    },
  },
});
