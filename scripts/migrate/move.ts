import type { JournalEntry, Store } from '@salvatempo/store';
import { carriedFrom, Counting, serviceOf, type Carried, type Tally } from './carried';
import { readExport, writeExport } from './export-file';
import type { Place } from './places';

/** Entries written at a time. */
const BATCH = 200;

/** Writes all of a territory into a file. Returns what is in it. Throws Error. */
export const exportTo = (file: string, place: Place): Promise<Tally> => writeExport(file, place.keySha256, carriedFrom(place.all));

/**
 * Puts an exported territory where none is yet, and reads it all again: the counts and digests have to be those of the file.
 * Throws Error, for a place that isn't empty before anything is written.
 */
export async function importFrom(file: string, place: Place, at: string): Promise<Tally> {
  for (const store of place.all)
    if ((await store.documents.collections()).length > 0 || (await store.journal.since(0, 1)).length > 0) throw new Error('There is a territory already: an import never mixes two.');
  const said = await take(readExport(file, place.keySha256), place, at);
  const counting = new Counting();
  for await (const thing of carriedFrom(place.all)) counting.add(thing);
  if (JSON.stringify(counting.tally) !== JSON.stringify(said)) throw new Error(`What arrived is not what was sent: ${differences(said, counting.tally).join(', ')}`);
  return said;
}

async function take(things: AsyncGenerator<Carried, Tally>, { stores }: Place, at: string): Promise<Tally> {
  const waiting = new Map<string, JournalEntry[]>();
  const storeOf = (service: string): Store => {
    const store = stores.get(service);
    if (!store) throw new Error(`The file holds data of ${service}, which this product has not.`);
    return store;
  };
  const flush = async (service: string): Promise<void> => {
    const entries = waiting.get(service)?.splice(0) ?? [];
    if (entries.length > 0) await storeOf(service).journal.append(service, entries, at);
  };
  for (;;) {
    const next = await things.next();
    if (next.done) {
      for (const service of waiting.keys()) await flush(service);
      return next.value;
    }
    const thing = next.value;
    if (thing.kind === 'document') await storeOf(serviceOf(thing.document.collection)).documents.restore(thing.document, at);
    else {
      const service = serviceOf(thing.entry.source.collection);
      const entries = waiting.get(service);
      if (entries) entries.push(thing.entry);
      else waiting.set(service, [thing.entry]);
      if (waiting.get(service)!.length >= BATCH) await flush(service);
    }
  }
}

const differences = (said: Tally, found: Tally): string[] =>
  [...new Set([...Object.keys(said), ...Object.keys(found)])].filter((name) => JSON.stringify(said[name]) !== JSON.stringify(found[name])).map((name) => `${name} (${found[name]?.count ?? 0} of ${said[name]?.count ?? 0})`);
