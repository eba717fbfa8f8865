import { networkFormed, networkMemberJoined, networkMemberLeft, type DataOf } from '@salvatempo/contracts';
import type { Projection } from '@salvatempo/messaging';
import type { PricedNetwork } from '../domain/network-price';

/** Which firms are or were members of each network; kept from what companies publishes. */
export const networks: Projection<PricedNetwork> = {
  model: { name: 'marketplace.networks', indexes: [] },
  prefix: 'net',
  on: {
    [networkFormed.type]: (_, event) => {
      const { networkId, title } = event.data as DataOf<typeof networkFormed>;
      return { networkId, title, members: [] };
    },
    [networkMemberJoined.type]: (row, event) => {
      const { firmId, firstDay } = event.data as DataOf<typeof networkMemberJoined>;
      return row && { ...row, members: [...row.members, { firmId, firstDay }] };
    },
    [networkMemberLeft.type]: (row, event) => {
      const { firmId, lastDay } = event.data as DataOf<typeof networkMemberLeft>;
      return row && { ...row, members: row.members.map((member) => (member.firmId === firmId && member.lastDay === undefined ? { ...member, lastDay } : member)) };
    },
  },
  place: (row) => ({ tenant: 'territory', order: row.networkId, indexed: {} }),
};
