import { evolve, type Aggregate } from '@salvatempo/kernel';
import type { JournalEntry, Store, StoredDocument } from '@salvatempo/store';
import { Auditor } from './auditor';
import { causesFirst } from './causes-first';
import { readMessage, type Committed, type Decided, type Rule } from './committed';
import type { Finding } from './finding';

const PAGE = 500;

/**
 * Runs the invariants over a store in which nothing is under way: every document with its whole history from the journal.
 * For scenarios and benchmarks; the simulation feeds the same rules commit by commit. Throws StoreUnavailableError.
 */
export async function auditStore(
  store: Store,
  aggregates: readonly Aggregate<unknown>[],
  rules: readonly Rule[],
  now: string,
): Promise<readonly Finding[]> {
  const auditor = new Auditor(rules);
  const changes: Committed[] = [];
  for (const aggregate of aggregates) {
    const collection = `${aggregate.service}.${aggregate.name}`;
    for await (const document of documentsOf(store, collection)) {
      if (document.outbox.length > 0)
        auditor.note('outbox-empty', `${collection}/${document.id} has messages in its outbox`);
      changes.push(...commitsOf(aggregate, document, await historyOf(store, document)));
    }
  }
  for (const change of causesFirst(changes)) auditor.committed(change);
  const { count } = await store.journal.backlog();
  if (count > 0) auditor.note('journal-published', `${count} messages of the journal aren't published`);
  auditor.atRest(now);
  return auditor.all;
}

async function* documentsOf(store: Store, collection: string): AsyncGenerator<StoredDocument> {
  for (let after: string | undefined; ;) {
    const page = await store.documents.scan(collection, after, PAGE);
    yield* page;
    if (page.length < PAGE) return;
    after = page.at(-1)!.id;
  }
}

async function historyOf(store: Store, { collection, id }: StoredDocument): Promise<readonly JournalEntry[]> {
  const entries: JournalEntry[] = [];
  for (;;) {
    const page = await store.journal.history({ collection, id }, entries.at(-1)?.sequence ?? 0, PAGE);
    entries.push(...page);
    if (page.length < PAGE) return entries;
  }
}

/**
 * The commits that a history was made by: an event's id is `aggregate:version:n`. Commands aren't in it, and a version without
 * events kept something beside the state alone: that none is lost is for the chain of sequences and hashes to say.
 */
function commitsOf(
  aggregate: Aggregate<unknown>,
  document: StoredDocument,
  history: readonly JournalEntry[],
): readonly Committed[] {
  const byVersion = new Map<number, Decided[]>(Array.from({ length: document.version }, (_, before) => [before + 1, []]));
  for (const entry of history) {
    const version = Number(entry.id.split(':').at(-2));
    byVersion.set(version, [...(byVersion.get(version) ?? []), readMessage(entry)]);
  }
  let state: unknown = aggregate.initial;
  const { collection, id, head } = document;
  return [...byVersion].map(([version, decided]) => {
    for (const { envelope } of decided) state = evolve(aggregate, state, { type: envelope.type, data: envelope.data });
    const isLast = version === document.version;
    const seen = isLast ? { head, state: document.state } : { state: plain(state) };
    return { collection, id, version, decided, ...seen };
  });
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;
