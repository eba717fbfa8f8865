import { networkMemberLeft, withLeft, type DataOf } from '@salvatempo/contracts';
import { accept, refuse, slice } from '@salvatempo/kernel';
import type { KnownNetwork, Network } from '../domain/network';

export interface LeaveNetwork {
  readonly firmId: string;
  /** `YYYY-MM-DD` in Rome: the firm is still a member on it. */
  readonly lastDay: string;
}

/** A firm's membership ends with a day. */
export const leaveNetworkSlice = slice<Network, LeaveNetwork>({
  command: 'leave-network',
  decide({ firmId, lastDay }, state, { id }) {
    if (state.status === 'absent') throw new Error(`${id} is no network`);
    const open = state.members.find((member) => member.firmId === firmId && member.lastDay === undefined);
    if (!open) return refuse('not-in-network');
    if (lastDay < open.firstDay) return refuse('network-left-before-joining', { firstDay: open.firstDay });
    return accept(networkMemberLeft.of({ networkId: id, firmId, lastDay }));
  },
  evolve: {
    [networkMemberLeft.type]: (state: Network, left: DataOf<typeof networkMemberLeft>): Network => {
      const known = state as KnownNetwork;
      return { ...known, members: withLeft(known.members, left) };
    },
  },
});
