import { derivedId } from '@salvatempo/kernel';

/** Who runs the territory. One document, so that the first operator is one. */
export interface Operators {
  readonly personIds: readonly string[];
}

export const operators = { service: 'identity', name: 'operators', prefix: 'ops', schema: 1, initial: { personIds: [] } as Operators };

export const OPERATORS_ID = derivedId('ops', 'territory');
