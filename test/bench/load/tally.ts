import { percentileOfSorted } from '../measure/statistics';
import type { Received } from './connection';
import type { Prepared } from './requests';

/** What an arm's load did. */
export interface LoadResult {
  /** Completed in the measured time, a second. */
  readonly rate: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Everything answered with a 2xx, warm-up and end included. */
  readonly answered: number;
  /** Completed in the measured time. */
  readonly completed: number;
}

/** Counts answers. The first one that isn't right ends the arm: a fast wrong answer is no result. */
export class Tally {
  private readonly latencies: number[] = [];
  private answered = 0;
  private completed = 0;

  constructor(
    private readonly fromMs: number,
    private readonly untilMs: number,
  ) {}

  /** `startMs`: when the request was, or should have been, sent. Throws for a wrong answer. */
  take({ expected }: Prepared, { status, body }: Received, startMs: number): void {
    if (status >= 300) throw new Error(`answered ${status} ${body.toString().slice(0, 300)}`);
    if (expected && !expected.equals(body)) throw new Error(`a repeat answered ${body.toString()} instead of ${expected.toString()}`);
    this.answered++;
    const nowMs = performance.now();
    if (nowMs < this.fromMs || nowMs > this.untilMs) return;
    this.completed++;
    this.latencies.push(nowMs - startMs);
  }

  get result(): LoadResult {
    const sorted = Float64Array.from(this.latencies).sort();
    return {
      rate: (this.completed * 1_000) / (this.untilMs - this.fromMs),
      p50Ms: percentileOfSorted(sorted, 0.5),
      p99Ms: percentileOfSorted(sorted, 0.99),
      answered: this.answered,
      completed: this.completed,
    };
  }
}
