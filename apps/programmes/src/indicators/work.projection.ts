import { workDeclared, type DataOf } from '@salvatempo/contracts';
import type { Projection } from '@salvatempo/messaging';
import type { DeclaredWork } from '../domain/indicators';

export interface DeclaredWorkRow extends DeclaredWork {
  readonly callId: string;
}

/** Work that providers declared, by call; the last declaration of a month holds. */
export const declaredWork: Projection<DeclaredWorkRow> = {
  model: { name: 'programmes.declared-work', indexes: [] },
  prefix: 'wdc',
  on: {
    [workDeclared.type]: (_, event) => {
      const { callId, providerId, month, women, men, extraOpeningHours } = event.data as DataOf<typeof workDeclared>;
      return { callId, providerId, month, women, men, ...(extraOpeningHours !== undefined && { extraOpeningHours }) };
    },
  },
  place: (row) => ({ tenant: row.callId, order: `${row.month}/${row.providerId}`, indexed: {} }),
};
