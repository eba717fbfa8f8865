import { ProblemError } from '@salvatempo/http';
import type { AggregateRunner, Loaded } from '@salvatempo/messaging';
import type { Intermediary, KnownIntermediary } from '../domain/intermediary';

/** An adviser's office or association that is registered. Throws ProblemError `intermediary-not-found`. */
export async function knownIntermediary(intermediaries: AggregateRunner<Intermediary>, intermediaryId: string): Promise<Loaded<KnownIntermediary>> {
  const found = await intermediaries.load(intermediaryId);
  if (!found || found.state.status === 'absent') throw new ProblemError('intermediary-not-found');
  return { ...found, state: found.state };
}
