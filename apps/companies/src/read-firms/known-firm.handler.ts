import { ProblemError } from '@salvatempo/http';
import type { AggregateRunner, Loaded } from '@salvatempo/messaging';
import type { Firm, KnownFirm } from '../domain/firm';

/** A firm that is registered, with what is kept beside its state. Throws ProblemError `firm-not-found`. */
export async function knownFirm(firms: AggregateRunner<Firm>, firmId: string): Promise<Loaded<KnownFirm>> {
  const found = await firms.load(firmId);
  if (!found || found.state.status === 'absent') throw new ProblemError('firm-not-found');
  return { ...found, state: found.state };
}
