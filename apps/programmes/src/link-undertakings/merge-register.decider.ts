import { absorbAidRegister, aidRegisterAbsorbed, aidRegisterMerged, undertakingLinkAwaited, undertakingLinkReached, type DataOf, type WaitingLink } from '@salvatempo/contracts';
import { accept, NOTHING, refuse, slice, type Decision } from '@salvatempo/kernel';
import { firmAtHome, hasAll, type AidRegister, type OpenRegister } from '../domain/aid-register';
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
    const contents = { firmIds, rows: [...state.rows], holds: [...state.holds], ...waitingOf(state.waiting) };
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
    const absorbed = { registerId: id, ...command };
    const after = withContents(state, absorbed);
    const reached = (after.waiting ?? []).filter(({ firmIds }) => hasAll(after, firmIds));
    return accept(aidRegisterAbsorbed.of(absorbed), ...reached.map((link) => undertakingLinkReached.of({ registerId: id, ...link })));
  },
  evolve: {
    [aidRegisterAbsorbed.type]: (state: AidRegister, absorbed: DataOf<typeof aidRegisterAbsorbed>): AidRegister => withContents(state as OpenRegister, absorbed),
  },
});

const withContents = (open: OpenRegister, { from, firmIds, rows, holds, waiting = [] }: DataOf<typeof aidRegisterAbsorbed>): OpenRegister => ({
  ...open,
  firmIds: [...new Set([...open.firmIds, ...firmIds])],
  rows: [...open.rows, ...rows],
  holds: [...open.holds, ...holds],
  absorbed: [...open.absorbed, from],
  ...waitingOf([...(open.waiting ?? []), ...waiting]),
});

const waitingOf = (waiting: readonly WaitingLink[] = []): { readonly waiting?: WaitingLink[] } => (waiting.length > 0 ? { waiting: [...waiting] } : {});

/**
 * A link whose firms both belong to this register already, by other links: it is told when the aid of both is here, at once or by
 * what takes in the one that is still on its way. Nothing but that ends its waiting, since nothing else can.
 */
export const reachLinkSlice = slice<AidRegister, WaitingLink>({
  command: 'reach-link',
  decide(link, state, { id }): Decision {
    if (state.status === 'merged') return refuse('aid-register-moved');
    if (state.waiting?.some(({ linkId }) => linkId === link.linkId)) return NOTHING;
    const event = { registerId: id, linkId: link.linkId, firmIds: [...link.firmIds] };
    return accept(hasAll(state, link.firmIds) ? undertakingLinkReached.of(event) : undertakingLinkAwaited.of(event));
  },
  evolve: {
    [undertakingLinkAwaited.type]: (state: AidRegister, { linkId, firmIds }: DataOf<typeof undertakingLinkAwaited>): AidRegister => {
      const open = state as OpenRegister;
      return { ...open, waiting: [...(open.waiting ?? []), { linkId, firmIds }] };
    },
    [undertakingLinkReached.type]: (state: AidRegister, { linkId }: DataOf<typeof undertakingLinkReached>): AidRegister => {
      const { waiting, ...open } = state as OpenRegister;
      return { ...open, ...waitingOf(waiting?.filter((one) => one.linkId !== linkId)) };
    },
  },
});
