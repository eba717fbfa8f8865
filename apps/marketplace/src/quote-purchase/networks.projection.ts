import { networkFormed, networkMemberJoined, networkMemberLeft, withJoined, withLeft, type DataOf } from '@salvatempo/contracts';
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
    [networkMemberJoined.type]: (row, event) => row && { ...row, members: withJoined(row.members, event.data as DataOf<typeof networkMemberJoined>) },
    [networkMemberLeft.type]: (row, event) => row && { ...row, members: withLeft(row.members, event.data as DataOf<typeof networkMemberLeft>) },
  },
  place: (row) => ({ tenant: 'territory', order: row.networkId, indexed: {} }),
};
