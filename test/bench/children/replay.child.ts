import 'reflect-metadata';
import { createHash } from 'node:crypto';
import { PurchaseRuleTrial, replayPurchases, type PurchaseOutcome } from '@salvatempo/app-marketplace';
import { purchaseRequested, purchaseSettled, type CallTerms, type Envelope } from '@salvatempo/contracts';
import { derivedId } from '@salvatempo/kernel';
import { systemAmbient } from '@salvatempo/runtime';
import { openSqliteStore, type JournalEntry, type Store } from '@salvatempo/store';
import { Profile, type HotFunction } from '../product/profile';
import { progressBar } from '../report/progress-bar';
import { answer } from './remote';

export interface RecordSpec {
  readonly dataDir: string;
  readonly purchases: number;
}

export interface Pass {
  /** Entries of the journal a second. */
  readonly rate: number;
  readonly entries: number;
}

export interface Replayed extends Pass {
  readonly decisions: number;
  readonly actual: PurchaseOutcome;
  readonly tried: PurchaseOutcome;
}

const PAGE = 1_000;
const FIRMS = 1_000;
const PEOPLE_OF_FIRM = 5;
const AT = '2026-03-02T09:00:00.000Z';
const COLLECTION = 'marketplace.purchase';
const HASH = createHash('sha256').update('bench').digest('base64url');
export const CALL_ID = derivedId('cal', 'bench');
const TERMS: CallTerms = {
  title: 'Banco di prova', incentiveBasisPoints: 7_000, firmCapCents: 100_000_000, personCapCents: 100_000_000, budgetCents: 100_000_000, maxHeadcount: 10,
  headcountBasis: 'employees', eligibleServiceCodes: ['laundry-ironing'], opensAt: '2026-01-01T00:00:00.000Z', closesAt: '2027-01-01T00:00:00.000Z',
};

let store: Store;
let purchases = 0;
const profile = new Profile();

/** What a purchase leaves behind: that it was asked for, and that it was paid. */
function entriesOf(number: number): readonly JournalEntry[] {
  const firm = number % FIRMS;
  const person = Math.floor(number / FIRMS) % PEOPLE_OF_FIRM;
  const purchaseId = derivedId('pur', String(number));
  const [firmId, personId, allotmentId, providerId] = [derivedId('com', String(firm)), derivedId('per', `${firm}/${person}`), derivedId('alt', String(firm)), derivedId('prv', 'bench')];
  const amounts = { totalCents: 4_000, incentiveCents: 2_800, creditCents: 1_200 };
  const quotedOn = { serviceCode: 'laundry-ironing', allotments: [{ allotmentId, callId: CALL_ID, freeCents: 50_000_000, personUsedCents: 0, municipality: firm % 2 === 0 ? 'E648' : 'F205' }] };
  const requested = {
    purchaseId, personId, firmId, accountId: derivedId('acc', personId), allotmentId, personCapId: derivedId('pcp', personId), callId: CALL_ID, personCapCents: 100_000_000, offerId: derivedId('off', 'bench'),
    providerId, title: 'Stireria, 5 kg', ...amounts, taxLetter: 'c.3', taxYear: 2026, voucherExpiresAt: AT, deadlineAt: AT, quotedOn,
  };
  return [entryOf(purchaseId, 1, purchaseRequested.type, requested), entryOf(purchaseId, 2, purchaseSettled.type, { purchaseId, providerId, ...amounts, settledAt: AT })];
}

function entryOf(id: string, sequence: number, type: string, data: Record<string, unknown>): JournalEntry {
  const causationId = `${HASH}${id}`;
  const event: Envelope = {
    specversion: '1.0', id: `${id}:${sequence}:1`, source: '/salvatempo/marketplace', type, subject: id, time: AT, datacontenttype: 'application/json', partitionkey: id, sequence,
    previoushash: HASH, correlationid: causationId, causationid: causationId, tenantid: 'territory', data,
  };
  return { id: event.id, topic: purchaseRequested.topic, key: id, sequence, causationId, body: JSON.stringify(event), source: { collection: COLLECTION, id } };
}

answer({
  async start({ dataDir, purchases: count }: RecordSpec): Promise<void> {
    store = await openSqliteStore({ dataDir, blobKey: systemAmbient.randomness.bytes(32), ...systemAmbient });
    purchases = count;
    for (let from = 0; from < count; from += PAGE / 2) await store.journal.append('marketplace', Array.from({ length: Math.min(PAGE / 2, count - from) }, (_, n) => entriesOf(from + n)).flat(), AT);
  },
  /** The whole journal, read and parsed, and nothing else. */
  async readAndParse(): Promise<Pass> {
    const startMs = performance.now();
    let [after, entries, bytes] = [0, 0, 0];
    for (;;) {
      const page = await store.journal.since(after, PAGE);
      for (const { body } of page) bytes += (JSON.parse(body) as Envelope).type.length;
      entries += page.length;
      if (page.length < PAGE) break;
      after = page.at(-1)!.position;
    }
    if (bytes === 0) throw new Error('the journal is empty');
    return { rate: (entries * 1_000) / (performance.now() - startMs), entries };
  },
  /** The same journal, decided again with these terms changed. */
  async replay(changes: Partial<CallTerms>): Promise<Replayed> {
    const terms = { ...TERMS, ...changes };
    const trial = new PurchaseRuleTrial(CALL_ID, (callId) => (callId === CALL_ID ? terms : undefined));
    const show = progressBar('replay');
    const startMs = performance.now();
    for await (const { decisions } of replayPurchases({ journal: store.journal, timers: systemAmbient.timers }, trial, { from: TERMS.opensAt, to: TERMS.closesAt }, () => undefined)) show(decisions / purchases);
    const { actual, tried } = trial.outcome();
    return { rate: (purchases * 2 * 1_000) / (performance.now() - startMs), entries: purchases * 2, decisions: trial.decisions, actual, tried };
  },
  startProfile: () => profile.start(),
  stopProfile: (): Promise<readonly HotFunction[]> => profile.stop(),
});
