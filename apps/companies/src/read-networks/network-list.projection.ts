import { networkFormed, networkMemberJoined, networkMemberLeft, withJoined, withLeft, type DataOf, type Membership } from '@salvatempo/contracts';
import type { Projection } from '@salvatempo/messaging';

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
    [networkMemberJoined.type]: (row, event) => row && { ...row, members: withJoined(row.members, event.data as DataOf<typeof networkMemberJoined>) },
    [networkMemberLeft.type]: (row, event) => row && { ...row, members: withLeft(row.members, event.data as DataOf<typeof networkMemberLeft>) },
  },
  place: (row) => ({ tenant: 'territory', order: `${row.formedAt}/${row.networkId}`, indexed: {} }),
};
