import { purchaseEnded, purchaseRefused, purchaseRequested, purchaseSettled, type DataOf, type Envelope } from '@salvatempo/contracts';
import type { Instant, Timers } from '@salvatempo/kernel';
import { collectionOf } from '@salvatempo/messaging';
import type { Journal, JournalEntry } from '@salvatempo/store';
import { purchase } from '../domain/purchase';
import type { PastPurchase, PurchaseRuleTrial } from '../domain/try-purchase-rule';

const PAGE = 1_000;
/** Entries of the journal that are read at most; beyond them the replay says that it isn't whole. */
const MAX_ENTRIES = 10_000_000;
const COLLECTION = collectionOf(purchase);
/** What a trial takes in of a purchase's events; the others are passed over. */
const KINDS: ReadonlyMap<string, 'requested' | 'given-back' | 'settled'> = new Map([
  [purchaseRequested.type, 'requested'],
  [purchaseRefused.type, 'given-back'],
  [purchaseEnded.type, 'given-back'],
  [purchaseSettled.type, 'settled'],
]);

export interface ReplayPorts {
  readonly journal: Pick<Journal, 'since'>;
  readonly timers: Timers;
}

/** From the first instant to before the last one, by when a purchase was requested. */
export interface Period {
  readonly from: Instant;
  readonly to: Instant;
}

/** How far a replay has come. */
export interface ReplayProgress {
  /** Purchases decided again so far. */
  readonly decisions: number;
  /** Purchases of the period that can't be: from before it was recorded what quotes rest on. */
  readonly without: number;
  /** When the last entry that was read was decided. */
  readonly upTo: Instant | undefined;
  /** Whether everything was read. */
  readonly isWhole: boolean;
}

/**
 * Takes the purchases of a period from the journal into a trial, page by page; after each page it says how far it is and lets others
 * have their turn. `known` is awaited for the calls of a quote before it is decided again. Throws StoreUnavailableError.
 */
export async function* replayPurchases({ journal, timers }: ReplayPorts, trial: PurchaseRuleTrial, { from, to }: Period, known: (past: PastPurchase) => Promise<void> | undefined): AsyncGenerator<ReplayProgress> {
  let [after, read, without] = [0, 0, 0];
  let upTo: Instant | undefined;
  while (read < MAX_ENTRIES) {
    const entries = await journal.since(after, PAGE);
    for (const entry of entries) {
      const event = purchaseEventOf(entry);
      if (!event) continue;
      upTo = event.time;
      const past = pastOf(event);
      if (past.kind === 'requested' && (past.at < from || past.at >= to)) continue;
      if (past.kind === 'requested' && past.quotedOn === undefined) {
        without++;
        continue;
      }
      const learning = known(past as PastPurchase);
      if (learning) await learning;
      trial.take(past as PastPurchase);
    }
    read += entries.length;
    const isWhole = entries.length < PAGE;
    yield { decisions: trial.decisions, without, upTo, isWhole };
    if (isWhole) return;
    after = entries.at(-1)!.position;
    await new Promise<void>((resolve) => timers.after(0, resolve));
  }
}

function purchaseEventOf({ source, topic, body }: JournalEntry): Envelope | undefined {
  if (source.collection !== COLLECTION || topic !== purchaseRequested.topic) return undefined;
  const event = JSON.parse(body) as Envelope;
  return KINDS.has(event.type) ? event : undefined;
}

type Requested = Omit<Extract<PastPurchase, { kind: 'requested' }>, 'quotedOn'> & Pick<DataOf<typeof purchaseRequested>, 'quotedOn'>;

function pastOf({ type, time: at, data }: Envelope): Requested | Exclude<PastPurchase, { kind: 'requested' }> {
  const kind = KINDS.get(type)!;
  if (kind !== 'requested') return { kind, purchaseId: (data as { purchaseId: string }).purchaseId };
  const { purchaseId, firmId, personId, totalCents: priceCents, incentiveCents, allotmentId, callId, quotedOn } = data as DataOf<typeof purchaseRequested>;
  return { kind, purchaseId, firmId, personId, at, priceCents, incentiveCents, allotmentId, callId, quotedOn };
}
