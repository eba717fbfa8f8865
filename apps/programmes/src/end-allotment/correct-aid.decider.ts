import { aidCorrected, correctAid, type DataOf } from '@salvatempo/contracts';
import { accept, NOTHING, slice, type Decision } from '@salvatempo/kernel';
import { withRow, type AidRegister } from '../domain/aid-register';
import { forward } from '../domain/forwarded';

/** A grant ended: its row counts for what is left of it, so that the ceiling has room again. Throws where there is no row: it was recorded before. */
export const correctAidSlice = slice<AidRegister, DataOf<typeof correctAid>>({
  command: correctAid.type,
  decide(command, state, { id }): Decision {
    if (state.status === 'merged') return forward(id, state.into, 'correct', correctAid.to(state.into, command));
    const { allotmentId: rowId, amountCents } = command;
    const row = state.rows.find((one) => one.rowId === rowId);
    if (!row || row.amountCents < amountCents) throw new Error(`${id} has ${row?.amountCents ?? 'no row'} for ${rowId}, of which ${amountCents} would be left`);
    return row.amountCents === amountCents ? NOTHING : accept(aidCorrected.of({ registerId: id, rowId, amountCents }));
  },
  evolve: {
    [aidCorrected.type]: (state: AidRegister, { rowId, amountCents }: DataOf<typeof aidCorrected>): AidRegister => withRow(state, rowId, { amountCents }),
  },
});
