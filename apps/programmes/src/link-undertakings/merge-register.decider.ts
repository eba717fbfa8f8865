import { absorbAidRegister, aidRegisterAbsorbed, aidRegisterMerged, type DataOf } from '@salvatempo/contracts';
import { accept, NOTHING, refuse, slice, type Decision } from '@salvatempo/kernel';
import { firmAtHome, type AidRegister, type OpenRegister } from '../domain/aid-register';
import { forward } from '../domain/forwarded';

export interface MergeRegister {
  readonly linkId: string;
  /** The firm by which this register was found. */
  readonly firmId: string;
  readonly into: string;
  /** The firm by which the other one was found. */
  readonly intoFirmId: string;
}

/**
 * Gives everything away to another register, and decides nothing from then on. What comes later is sent on behind it, so that
 * no grant is ever decided by this one after the firms are linked. Always into the smaller id: merges can't go in a circle.
 */
export const mergeRegisterSlice = slice<AidRegister, MergeRegister>({
  command: 'merge-register',
  decide({ linkId, firmId, into, intoFirmId }, state, { id }): Decision {
    if (into >= id) throw new Error(`${id} can't be merged into ${into}`);
    if (state.status === 'merged') return refuse('aid-register-moved');
    const firmIds = [...new Set([...state.firmIds, ...firmAtHome(id, firmId)])];
    const contents = { firmIds, rows: [...state.rows], holds: [...state.holds] };
    const absorb = absorbAidRegister.to(into, { linkId, from: id, ...contents, firmIds: [...firmIds, ...firmAtHome(into, intoFirmId)] });
    return { ...accept(aidRegisterMerged.of({ registerId: id, linkId, into, ...contents })), commands: [absorb] };
  },
  evolve: {
    [aidRegisterMerged.type]: (_: AidRegister, { into }: DataOf<typeof aidRegisterMerged>): AidRegister => ({ status: 'merged', into }),
  },
});

/** Takes in what another register gave away. From this write on the firms are one undertaking; what is above the ceiling stays, and nothing is added to it. */
export const absorbRegisterSlice = slice<AidRegister, DataOf<typeof absorbAidRegister>>({
  command: absorbAidRegister.type,
  decide(command, state, { id }): Decision {
    if (state.status === 'merged') return forward(id, state.into, 'absorb', absorbAidRegister.to(state.into, command));
    if (state.absorbed.includes(command.from)) return NOTHING;
    return accept(aidRegisterAbsorbed.of({ registerId: id, ...command }));
  },
  evolve: {
    [aidRegisterAbsorbed.type]: (state: AidRegister, { from, firmIds, rows, holds }: DataOf<typeof aidRegisterAbsorbed>): AidRegister => {
      const open = state as OpenRegister;
      return { ...open, firmIds: [...new Set([...open.firmIds, ...firmIds])], rows: [...open.rows, ...rows], holds: [...open.holds, ...holds], absorbed: [...open.absorbed, from] };
    },
  },
});
