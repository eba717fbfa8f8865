import { networkFormed, networkMemberJoined, networkMemberLeft, type DataOf } from '@salvatempo/contracts';
import type { Projection } from '@salvatempo/messaging';
import type { Membership } from '../domain/network';

/** A network in a list, with its memberships; its programme stays in its document. */
export interface NetworkRow extends DataOf<typeof networkFormed> {
  readonly members: readonly Membership[];
  readonly formedAt: string;
}

/** Networks of the territory, newest last. */
export const networkList: Projection<NetworkRow> = {
  model: { name: 'companies.network-list', indexes: [] },
  prefix: 'net',
  on: {
    [networkFormed.type]: (_, event) => ({ ...(event.data as DataOf<typeof networkFormed>), members: [], formedAt: event.time }),
    [networkMemberJoined.type]: (row, event) => {
      const { firmId, firstDay } = event.data as DataOf<typeof networkMemberJoined>;
      return row && { ...row, members: [...row.members, { firmId, firstDay }] };
    },
    [networkMemberLeft.type]: (row, event) => {
      const { firmId, lastDay } = event.data as DataOf<typeof networkMemberLeft>;
      return row && { ...row, members: row.members.map((member) => (member.firmId === firmId && member.lastDay === undefined ? { ...member, lastDay } : member)) };
    },
  },
  place: (row) => ({ tenant: 'territory', order: `${row.formedAt}/${row.networkId}`, indexed: {} }),
};
