import type { Tally } from './carried';

/** What was carried, for a person. */
export function summary(tally: Tally): string {
  const sumOf = (isMeant: (name: string) => boolean): number => Object.entries(tally).reduce((sum, [name, { count }]) => sum + (isMeant(name) ? count : 0), 0);
  const isJournal = (name: string): boolean => name.startsWith('journal of ');
  return `${sumOf((name) => !isJournal(name))} documents, ${sumOf(isJournal)} messages of their journals`;
}
