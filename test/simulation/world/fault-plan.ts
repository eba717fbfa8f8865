import type { SeededRandomness } from '@salvatempo/testing';
import type { Fault, Faults } from '@salvatempo/store';
import type { Arrival, LogFaults } from '@salvatempo/messaging';
import { inOtherOrder } from './reorder';

/** Every kind of trouble that the world makes. A long run must have made each of them. */
export const FAULT_KINDS = [
  'answer-lost',
  'broker-down',
  'crash',
  'disk-full',
  'log-answer-lost',
  'log-batch-doubled',
  'log-batch-in-part',
  'log-batch-lost',
  'log-batch-reordered',
  'long-delay',
  'mail-refused-for-now',
  'poison',
  'redelivery',
  'request-lost',
  'store-answer-lost',
  'store-conflict',
  'store-unavailable',
  'unsynced-write-kept',
  'unsynced-write-lost',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/** How often each happens, as a probability for each occasion. */
const RATES = {
  'answer-lost': 0.03,
  'log-answer-lost': 0.02,
  'log-batch-doubled': 0.03,
  'log-batch-in-part': 0.02,
  'log-batch-lost': 0.02,
  'log-batch-reordered': 0.5,
  'mail-refused-for-now': 0.05,
  redelivery: 0.04,
  'request-lost': 0.02,
  'store-answer-lost': 0.002,
  'store-conflict': 0.02,
  'store-unavailable': 0.002,
} as const satisfies Partial<Record<FaultKind, number>>;

/** Decides from the seed which operation meets which trouble, and counts what really happened. */
export class FaultPlan implements Faults, LogFaults {
  readonly counts = new Map<FaultKind, number>();
  /** While true nothing goes wrong: the world comes to rest. */
  quiet = false;

  constructor(
    private readonly randomness: SeededRandomness,
    private readonly onFault: (kind: FaultKind) => void,
  ) {}

  get total(): number {
    let total = 0;
    for (const count of this.counts.values()) total += count;
    return total;
  }

  happened(kind: FaultKind): void {
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1);
    this.onFault(kind);
  }

  /** Whether a kind of trouble strikes now; if so it is counted. */
  strikes(kind: keyof typeof RATES): boolean {
    const struck = this.randomness.chance(RATES[kind]) && !this.quiet;
    if (struck) this.happened(kind);
    return struck;
  }

  next(label: string): Fault | undefined {
    if (label === 'documents.commit' && this.strikes('store-conflict')) return 'conflict';
    if (this.strikes('store-unavailable')) return 'unavailable-before';
    return this.strikes('store-answer-lost') ? 'unavailable-after' : undefined;
  }

  arrival(records: Arrival['appended']): Arrival {
    if (this.strikes('log-batch-lost')) return { appended: [], failed: true };
    const appended = this.reordered(records);
    if (appended.length > 1 && this.strikes('log-batch-in-part'))
      return { appended: appended.slice(0, this.randomness.between(1, appended.length - 1)), failed: true };
    if (this.strikes('log-answer-lost')) return { appended, failed: true };
    return { appended: this.strikes('log-batch-doubled') ? [...appended, ...appended] : appended, failed: false };
  }

  redelivers(): boolean {
    return this.strikes('redelivery');
  }

  private reordered(records: Arrival['appended']): Arrival['appended'] {
    if (this.quiet || !this.randomness.chance(RATES['log-batch-reordered'])) return records;
    const other = inOtherOrder(records, this.randomness);
    if (other.some((record, at) => record !== records[at])) this.happened('log-batch-reordered');
    return other;
  }
}
