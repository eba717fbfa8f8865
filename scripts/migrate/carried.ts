import { createHash } from 'node:crypto';
import type { JournalEntry, Store, StoredDocument } from '@salvatempo/store';

/** One thing of a territory on its way from one store to another, as it is the same in both. */
export type Carried = { readonly kind: 'document'; readonly document: StoredDocument } | { readonly kind: 'entry'; readonly entry: JournalEntry };

/** Stores by service; the embedded one holds all services at once. */
export type Stores = ReadonlyMap<string, Store>;

const PAGE = 500;
export const serviceOf = (name: string): string => name.slice(0, name.indexOf('.'));

/**
 * Everything that can't be made again: documents, and the journals in their order. Read models, progress, idempotency keys and
 * what was set aside follow from the journal, which is published anew where it arrives: no message takes a second effect.
 */
export async function* carriedFrom(stores: Iterable<Store>): AsyncGenerator<Carried> {
  for (const store of stores) {
    for (const collection of await store.documents.collections()) {
      for (let after: string | undefined; ; ) {
        const page = await store.documents.scan(collection, after, PAGE);
        for (const document of page) yield { kind: 'document', document };
        if (page.length < PAGE) break;
        after = page.at(-1)!.id;
      }
    }
    for (let position = 0; ; ) {
      const page = await store.journal.since(position, PAGE);
      for (const { position: _position, ...entry } of page) yield { kind: 'entry', entry };
      if (page.length < PAGE) break;
      position = page.at(-1)!.position;
    }
  }
}

export interface Count {
  readonly count: number;
  /** SHA-256 over the things' own digests, in an order that doesn't depend on the store. */
  readonly sha256: string;
}

/** What was carried, by collection and by journal, in counts and digests that don't depend on the store. */
export type Tally = Readonly<Record<string, Count>>;

/** Counts what passes. */
export class Counting {
  private readonly digests = new Map<string, string[]>();

  add(carried: Carried): void {
    const name = carried.kind === 'document' ? carried.document.collection : `journal of ${serviceOf(carried.entry.source.collection)}`;
    const digests = this.digests.get(name);
    const digest = createHash('sha256').update(canonical(carried)).digest('hex');
    if (digests) digests.push(digest);
    else this.digests.set(name, [digest]);
  }

  get tally(): Tally {
    const names = [...this.digests.keys()].sort();
    return Object.fromEntries(names.map((name) => [name, { count: this.digests.get(name)!.length, sha256: createHash('sha256').update([...this.digests.get(name)!].sort().join()).digest('hex') }]));
  }
}

/** JSON with its keys in order, since stores keep them in orders of their own; what is undefined isn't there. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return `{${entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join()}}`;
}
