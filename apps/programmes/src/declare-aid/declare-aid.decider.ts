import { aidRecorded, type AidRow } from '@salvatempo/contracts';
import { accept, refuse, romeDate, slice } from '@salvatempo/kernel';
import { MAX_ENTRIES, type AidRegister } from '../domain/aid-register';

export interface DeclareAid {
  readonly rows: readonly AidRow[];
}

/** What a firm declares to have received elsewhere counts as what was granted here, even above the ceiling: it is a fact. */
export const declareAidSlice = slice<AidRegister, DeclareAid>({
  command: 'declare-aid',
  decide({ rows }, state, { id, at }) {
    if (state.status === 'merged') return refuse('aid-register-moved');
    if (rows.some(({ grantedOn }) => grantedOn > romeDate(at))) return refuse('aid-date');
    if (state.rows.length + state.holds.length + rows.length > MAX_ENTRIES) return refuse('aid-register-full');
    const known = new Set(state.rows.map(({ rowId }) => rowId));
    return accept(...rows.filter(({ rowId }) => !known.has(rowId)).map((row) => aidRecorded.of({ registerId: id, row })));
  },
});
