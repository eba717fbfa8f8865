import { operatorAppointed, type DataOf } from '@salvatempo/contracts';
import { accept, NOTHING, refuse, slice } from '@salvatempo/kernel';
import type { Operators } from '../domain/operators';

export interface AppointOperator {
  readonly personId: string;
  /** By the one-time link of the first start, which is worth nothing once there is an operator. */
  readonly byLink: boolean;
}

/** Appoints an operator; the role follows by message. */
export const appointOperatorSlice = slice<Operators, AppointOperator>({
  command: 'appoint-operator',
  decide({ personId, byLink }, { personIds }, { id }) {
    if (personIds.includes(personId)) return NOTHING;
    if (byLink && personIds.length > 0) return refuse('operator-exists');
    return accept(operatorAppointed.of({ operatorsId: id, personId }));
  },
  evolve: {
    [operatorAppointed.type]: ({ personIds }: Operators, { personId }: DataOf<typeof operatorAppointed>): Operators => ({ personIds: [...personIds, personId] }),
  },
});
