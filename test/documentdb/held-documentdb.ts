import { Held } from '../contracts/processes/held';

export type Part = 'postgres' | 'ferretdb';
export type HeldDocumentDb = Held<{ readonly MONGODB_URL: string }, `${'kill' | 'start'}-${Part}`>;

/** DocumentDB of the suite's own. Throws Error where it can't be had. */
export const startHeldDocumentDb = (): Promise<HeldDocumentDb> => Held.start('documentdb');
