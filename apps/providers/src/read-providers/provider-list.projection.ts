import { providerAccredited, providerRegistered, type DataOf } from '@salvatempo/contracts';
import type { Projection } from '@salvatempo/messaging';

/** A provider in a list; its name stays in its document. */
export interface ProviderRow {
  readonly providerId: string;
  readonly status: 'registered' | 'accredited';
  readonly registeredAt: string;
}

/** Providers of the territory, newest last. */
export const providerList: Projection<ProviderRow> = {
  model: { name: 'providers.provider-list', indexes: ['status'] },
  prefix: 'prv',
  on: {
    [providerRegistered.type]: (_, event) => {
      const { providerId } = event.data as DataOf<typeof providerRegistered>;
      return { providerId, status: 'registered', registeredAt: event.time };
    },
    [providerAccredited.type]: (row) => row && { ...row, status: 'accredited' },
  },
  place: (row) => ({ tenant: 'territory', order: `${row.registeredAt}/${row.providerId}`, indexed: { status: row.status } }),
};
