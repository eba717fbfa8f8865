import { networkFormed, type DataOf } from '@salvatempo/contracts';
import type { Projection } from '@salvatempo/messaging';

export interface NetworkRow {
  readonly networkId: string;
  readonly title: string;
}

/** The territory's networks by their titles, which the register of firms tells anybody; kept from what companies publishes. */
export const networks: Projection<NetworkRow> = {
  model: { name: 'providers.networks', indexes: [] },
  prefix: 'net',
  on: {
    [networkFormed.type]: (_, event) => {
      const { networkId, title } = event.data as DataOf<typeof networkFormed>;
      return { networkId, title };
    },
  },
  place: (row) => ({ tenant: 'territory', order: `${row.title}/${row.networkId}`, indexed: {} }),
};
