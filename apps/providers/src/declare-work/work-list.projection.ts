import { workDeclared, type DataOf } from '@salvatempo/contracts';
import type { Projection } from '@salvatempo/messaging';

export type WorkRow = Omit<DataOf<typeof workDeclared>, 'by'> & { readonly declaredAt: string };

/** What providers declared, by provider, newest month last. */
export const workList: Projection<WorkRow> = {
  model: { name: 'providers.work-list', indexes: [] },
  prefix: 'wdc',
  on: {
    [workDeclared.type]: (_, event) => {
      const { by: __, ...declared } = event.data as DataOf<typeof workDeclared>;
      return { ...declared, declaredAt: event.time };
    },
  },
  place: (row) => ({ tenant: row.providerId, order: `${row.month}/${row.workDeclarationId}`, indexed: {} }),
};
