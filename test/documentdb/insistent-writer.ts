import { StoreUnavailableError, type Store, type StoredDocument } from '@salvatempo/store';
import { eventually } from '@salvatempo/testing';
import { COLLECTION, commitOf, messageOf } from '../contracts/store/sample-commits';

/** How long a server may be away. */
const AWAY_MS = 60_000;

/** A document of the round: the marks of all writes that are in it, in their order. */
export type Marks = { readonly marks: readonly string[] };

/** What the clients of a round were told, and what they couldn't know. */
export class Told {
  /** Document and mark of each write that was answered with `committed`. */
  readonly answered: (readonly [document: string, mark: string])[] = [];
  /** Those that were cut off, and that a look at the document found written. */
  readonly found: (readonly [document: string, mark: string])[] = [];
  /** How often a write was cut off, whatever became of it. */
  cutOff = 0;
}

/**
 * A client that writes as the product does: on what it loaded, only if nothing was written since; and where the answer didn't come
 * it looks whether its mark is there before it writes again. Its writes go to its own document and to the shared one, in turn.
 */
export async function writeUntil(isOver: () => boolean, store: Store, { name, own, shared }: { name: string; own: string; shared: string }, told: Told): Promise<void> {
  for (let n = 0; !isOver(); n++) {
    const document = n % 2 === 0 ? own : shared;
    await writeOnce(store, document, `${name}/${n}`, told);
  }
}

async function writeOnce(store: Store, document: string, mark: string, told: Told): Promise<void> {
  for (let wasCutOff = false; ; ) {
    const stored = await loadInsistently(store, document);
    if (wasCutOff && marksOf(stored).includes(mark)) return void told.found.push([document, mark]);
    try {
      if ((await store.documents.commit(commitAfter(stored, document, mark))) === 'committed') return void told.answered.push([document, mark]);
    } catch (error) {
      if (!(error instanceof StoreUnavailableError)) throw error;
      told.cutOff += 1;
      wasCutOff = true;
    }
  }
}

function commitAfter(stored: StoredDocument | undefined, document: string, mark: string): ReturnType<typeof commitOf> {
  const version = stored?.version ?? 0;
  const message = messageOf(`${document}:${version + 1}:1`, { key: document, sequence: version + 1 });
  return commitOf(document, version, { state: { marks: [...marksOf(stored), mark] }, messages: [message] });
}

const marksOf = (stored: StoredDocument | undefined): readonly string[] => (stored?.state as Marks | undefined)?.marks ?? [];

/** The document, as soon as anybody answers. */
async function loadInsistently({ documents }: Store, id: string): Promise<StoredDocument | undefined> {
  const loaded = await eventually(async () => ({ stored: await documents.load(COLLECTION, id) }), `${id} to be loaded`, { withinMs: AWAY_MS });
  return loaded.stored;
}
