import type { TimerHandle, Timers } from '@salvatempo/kernel';
import type { LogEntry, LogTable } from '@salvatempo/store';
import type { Delivery, Verdict } from '../event-log';
import type { ProgressKeeper } from './progress-keeper';

const PAGE = 256;
const RETRY_MS = 1_000;

export interface PartitionOptions {
  readonly log: LogTable;
  readonly timers: Timers;
  readonly topic: string;
  readonly part: number;
  /** Offset of the first message to take. */
  readonly next: number;
  readonly handle: (delivery: Delivery) => Promise<Verdict>;
  readonly keeper: ProgressKeeper;
}

/** Reads one partition for one group, one message at a time; a `retry` pauses this partition alone. */
export class PartitionReader {
  readonly topic: string;
  private next: number;
  private running: Promise<void> | undefined;
  private pause: TimerHandle | undefined;
  private again = false;
  private stopped = false;

  constructor(private readonly options: PartitionOptions) {
    this.topic = options.topic;
    this.next = options.next;
  }

  wake(): void {
    if (this.stopped || this.pause) return;
    if (this.running) this.again = true;
    else this.running = this.run();
  }

  lag(): number {
    return Math.max(0, this.options.log.end(this.topic, this.options.part) - this.next);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.pause?.cancel();
    await this.running;
  }

  private async run(): Promise<void> {
    try {
      do {
        this.again = false;
        await this.drain();
      } while (this.again && !this.stopped && !this.pause);
    } finally {
      this.running = undefined;
    }
  }

  private async drain(): Promise<void> {
    // The first page is read after whoever woke this one is done, so that a publish never runs its consumers inside itself.
    await Promise.resolve();
    for (;;) {
      const page = this.stopped ? [] : this.page();
      if (page.length === 0) return;
      for (const entry of page) if (this.stopped || !(await this.take(entry))) return;
    }
  }

  private page(): readonly LogEntry[] {
    try {
      return this.options.log.read(this.topic, this.options.part, this.next, PAGE);
    } catch {
      this.pauseFor(RETRY_MS);
      return [];
    }
  }

  /** Whether the message is done with. */
  private async take({ offset, key, value }: LogEntry): Promise<boolean> {
    const { part: partition, handle, keeper } = this.options;
    const verdict = await handle({ topic: this.topic, partition, offset, key, value }).catch((): Verdict => ({ kind: 'retry', afterMs: RETRY_MS }));
    if (verdict.kind === 'retry') {
      this.pauseFor(verdict.afterMs);
      return false;
    }
    this.next = offset + 1;
    keeper.done({ topic: this.topic, part: partition, next: this.next });
    return true;
  }

  private pauseFor(delayMs: number): void {
    if (this.stopped) return;
    this.pause = this.options.timers.after(delayMs, () => {
      this.pause = undefined;
      this.wake();
    });
  }
}
