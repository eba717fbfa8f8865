import { aidReleased, releaseAid, type DataOf } from '@salvatempo/contracts';
import { accept, NOTHING, slice, type Decision } from '@salvatempo/kernel';
import type { AidRegister, OpenRegister } from '../domain/aid-register';
import { forward } from '../domain/forwarded';

/** The call declined: what was set aside is free again. */
export const releaseAidSlice = slice<AidRegister, DataOf<typeof releaseAid>>({
  command: releaseAid.type,
  decide(command, state, { id }): Decision {
    if (state.status === 'merged') return forward(id, state.into, 'release', releaseAid.to(state.into, command));
    const hold = state.holds.find(({ allotmentId }) => allotmentId === command.allotmentId);
    return hold ? accept(aidReleased.of({ registerId: id, allotmentId: hold.allotmentId, amountCents: hold.amountCents })) : NOTHING;
  },
  evolve: {
    [aidReleased.type]: (state: AidRegister, { allotmentId }: DataOf<typeof aidReleased>): AidRegister => {
      const open = state as OpenRegister;
      return { ...open, holds: open.holds.filter((hold) => hold.allotmentId !== allotmentId) };
    },
  },
});
