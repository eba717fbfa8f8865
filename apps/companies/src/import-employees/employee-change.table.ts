import { employeeAdded, employeeChanged, type DataOf } from '@salvatempo/contracts';
import type { DomainEvent } from '@salvatempo/kernel';

/** What becomes of a person of a file. */
export type Change = 'added' | 'changed' | 'unchanged';

const CHANGES: Readonly<Record<string, Change>> = {
  [employeeAdded.type]: 'added',
  [employeeChanged.type]: 'changed',
};

type Happened = Pick<DomainEvent, 'type' | 'data'>;

/** Read from the events of the decision about the person, whether they were written or only foreseen. */
export const changeIn = ([first]: readonly Happened[]): Change => (first && CHANGES[first.type]) ?? 'unchanged';

export const changedFields = (events: readonly Happened[]): readonly string[] =>
  events.filter(({ type }) => type === employeeChanged.type).flatMap(({ data }) => (data as DataOf<typeof employeeChanged>).changed);

/** How many people each change befalls. */
export const countChanges = (changes: readonly Change[]): Readonly<Record<Change, number>> => {
  const count = (wanted: Change): number => changes.filter((change) => change === wanted).length;
  return { added: count('added'), changed: count('changed'), unchanged: count('unchanged') };
};
