import { networkMemberJoined, withJoined, type DataOf } from '@salvatempo/contracts';
import { accept, refuse, slice } from '@salvatempo/kernel';
import { openMembership, type KnownNetwork, type Network } from '../domain/network';

/** Memberships of a network, those that are over included: who was a member on a past day is asked for years. */
const MAX_MEMBERSHIPS = 300;

export interface JoinNetwork {
  readonly firmId: string;
  /** `YYYY-MM-DD` in Rome: the day of the entry in the register of firms. */
  readonly firstDay: string;
}

/** A firm is a member from a day on. It may come back after it left, never overlap with itself. */
export const joinNetworkSlice = slice<Network, JoinNetwork>({
  command: 'join-network',
  decide({ firmId, firstDay }, state, { id }) {
    if (state.status === 'absent') throw new Error(`${id} is no network`);
    if (openMembership(state, firmId, firstDay)) return refuse('already-in-network');
    if (state.members.length >= MAX_MEMBERSHIPS) return refuse('network-full');
    return accept(networkMemberJoined.of({ networkId: id, firmId, firstDay }));
  },
  evolve: {
    [networkMemberJoined.type]: (state: Network, joined: DataOf<typeof networkMemberJoined>): Network => {
      const known = state as KnownNetwork;
      return { ...known, members: withJoined(known.members, joined) };
    },
  },
});
