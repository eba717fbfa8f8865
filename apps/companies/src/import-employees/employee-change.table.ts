import { employeeAdded, employeeChanged, employeeLeft, employeeRehired, type DataOf } from '@salvatempo/contracts';
import type { DomainEvent } from '@salvatempo/kernel';

/** What becomes of a person of a file, the weightiest first. */
export const CHANGES = ['added', 'rehired', 'ended', 'changed', 'unchanged'] as const;
export type Change = (typeof CHANGES)[number];

const CHANGE_OF: Readonly<Record<string, Change>> = {
  [employeeAdded.type]: 'added',
  [employeeRehired.type]: 'rehired',
  [employeeLeft.type]: 'ended',
  [employeeChanged.type]: 'changed',
};

type Happened = Pick<DomainEvent, 'type' | 'data'>;

/** Read from the events of the decision about the person, whether they were written or only foreseen. */
export const changeIn = (events: readonly Happened[]): Change => CHANGES.find((change) => events.some(({ type }) => CHANGE_OF[type] === change)) ?? 'unchanged';

export const changedFields = (events: readonly Happened[]): readonly string[] =>
  events.filter(({ type }) => type === employeeChanged.type).flatMap(({ data }) => (data as DataOf<typeof employeeChanged>).changed);

/** How many people each change befalls. */
export const countChanges = (changes: readonly Change[]): Readonly<Record<Change, number>> => {
  const count = (wanted: Change): number => changes.filter((change) => change === wanted).length;
  return { added: count('added'), rehired: count('rehired'), ended: count('ended'), changed: count('changed'), unchanged: count('unchanged') };
};
