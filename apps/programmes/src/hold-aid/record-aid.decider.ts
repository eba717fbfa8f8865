import { aidRecorded, recordAid, type AidRow, type DataOf } from '@salvatempo/contracts';
import { accept, NOTHING, slice, type Decision } from '@salvatempo/kernel';
import { withFirm, type AidRegister, type OpenRegister } from '../domain/aid-register';
import { forward } from '../domain/forwarded';

/** The grant was made: what was set aside becomes a row with its COR. Throws where nothing was: aid would be granted that was never counted. */
export const recordAidSlice = slice<AidRegister, DataOf<typeof recordAid>>({
  command: recordAid.type,
  decide(command, state, { id }): Decision {
    if (state.status === 'merged') return forward(id, state.into, 'record', recordAid.to(state.into, command));
    const { allotmentId, amountCents, ...granted } = command;
    if (state.rows.some(({ rowId }) => rowId === allotmentId)) return NOTHING;
    const hold = state.holds.find((one) => one.allotmentId === allotmentId);
    if (hold?.amountCents !== amountCents) throw new Error(`${allotmentId} was granted ${amountCents}, and ${id} had set aside ${hold?.amountCents ?? 0}`);
    const { callId, firmId, regime } = hold;
    const row: AidRow = { rowId: allotmentId, firmId, regime, amountCents, source: 'granted', callId, ...granted };
    return accept(aidRecorded.of({ registerId: id, row }));
  },
  evolve: {
    // Of a declared row too: it has no hold.
    [aidRecorded.type]: (state: AidRegister, { row }: DataOf<typeof aidRecorded>): AidRegister => {
      const open = state as OpenRegister;
      return { ...open, firmIds: withFirm(open, row.firmId), rows: [...open.rows, row], holds: open.holds.filter(({ allotmentId }) => allotmentId !== row.rowId) };
    },
  },
});
