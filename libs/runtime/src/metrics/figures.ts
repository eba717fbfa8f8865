import { epochMsOf, type Clock } from '@salvatempo/kernel';
import type { GroupReport } from '@salvatempo/messaging';
import type { DocumentStore, Store } from '@salvatempo/store';
import type { PlatformPorts } from '../ports';
import { Counter, Gauge, Histogram, register } from 'prom-client';
import type { Consumers } from '../operations/consumers';

const PREFIX = 'salvatempo_';

/** From a write in memory to one that waits for a far majority. */
const COMMIT_BUCKETS_S = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5];

const handled = new Counter({ name: `${PREFIX}messages_handled_total`, help: 'Messages that a consumer group has handled, since this process began.', labelNames: ['group'] });
const deadLetters = new Counter({ name: `${PREFIX}dead_letters_total`, help: 'Messages given up by a consumer group, since this process began.', labelNames: ['group'] });
const setAside = new Counter({ name: `${PREFIX}set_aside_total`, help: 'Messages parked or deferred by a consumer group, since this process began.', labelNames: ['group', 'reason'] });
const commits = new Histogram({ name: `${PREFIX}commit_seconds`, help: 'From a decision to its durable write.', labelNames: ['result'], buckets: COMMIT_BUCKETS_S });

/** Counts a message that a consumer group has handled. */
export const countHandled = (group: string): void => handled.inc({ group });

/** Counts what a consumer group reports. */
export function countReport(report: GroupReport): void {
  if (report.kind === 'dead-letter') deadLetters.inc({ group: report.group });
  if (report.kind === 'parked' || report.kind === 'deferred') setAside.inc({ group: report.group, reason: report.kind });
}

/** The same store, whose commits are timed. */
export function timed(store: Store, clock: Clock): Store {
  const documents = Object.create(store.documents) as DocumentStore;
  documents.commit = async (commit) => {
    const startedMs = clock.monotonicMs();
    const seconds = (): number => (clock.monotonicMs() - startedMs) / 1_000;
    try {
      const result = await store.documents.commit(commit);
      commits.observe({ result }, seconds());
      return result;
    } catch (error) {
      commits.observe({ result: 'failed' }, seconds());
      throw error;
    }
  };
  return Object.create(store, { documents: { value: documents } }) as Store;
}

/** Figures that are looked up when somebody asks: what waits for the broker and for whom, of this process's services. A figure that can't be had is left out. */
export function lookUpFigures({ store, log, ambient: { clock } }: Pick<PlatformPorts, 'store' | 'log' | 'ambient'>, consumers: Consumers): void {
  gauge('journal_backlog_messages', 'Messages decided and not published yet.', [], async (set) => set((await store.journal.backlog()).count));
  gauge('journal_backlog_age_seconds', 'How long the oldest message that is not published has waited.', [], async (set) => {
    const { oldestAt } = await store.journal.backlog();
    set(oldestAt === undefined ? 0 : Math.max(0, epochMsOf(clock.now()) - epochMsOf(oldestAt)) / 1_000);
  });
  gauge('consumer_lag_messages', 'Messages that a consumer group has not taken yet.', ['group'], async (set) => {
    for (const [group, lag] of await consumers.lags()) set(lag, group);
  });
  gauge('dead_letter_messages', 'Messages in a consumer group’s dead-letter topic.', ['group'], async (set) => {
    const lengths = await Promise.all(consumers.all.map(async ({ group, deadLetterTopic }) => [group, await log.length(deadLetterTopic)] as const));
    for (const [group, length] of lengths) set(length, group);
  });
  gauge('documents_waiting', 'Documents in which something runs out: accounts, allotments and caps with holds that aren’t pinned yet, purchases under way, vouchers not used.', ['collection'], async (set) => {
    for (const [collection, count] of await store.documents.waiting()) set(count, collection);
  });
}

function gauge(name: string, help: string, labelNames: readonly string[], look: (set: (value: number, label?: string) => void) => Promise<void>): void {
  register.removeSingleMetric(PREFIX + name);
  new Gauge({
    name: PREFIX + name,
    help,
    labelNames: [...labelNames],
    async collect() {
      this.reset();
      await look((value, label) => (label === undefined ? this.set(value) : this.set({ [labelNames[0]!]: label }, value))).catch(() => undefined);
    },
  });
}
