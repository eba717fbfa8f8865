import type { TimerHandle, Timers } from '@salvatempo/kernel';
import type { LogEntry } from '@salvatempo/store';
import type { Delivery, Verdict } from '../event-log';
import type { Breather } from './breather';
import type { ProgressKeeper } from './progress-keeper';
import type { SharedPages } from './shared-pages';

const RETRY_MS = 1_000;

export interface PartitionOptions {
  readonly pages: SharedPages;
  readonly timers: Timers;
  readonly breather: Breather;
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
  readonly part: number;
  private next: number;
  private running: Promise<void> | undefined;
  private pause: TimerHandle | undefined;
  private again = false;
  private stopped = false;

  constructor(private readonly options: PartitionOptions) {
    this.topic = options.topic;
    this.part = options.part;
    this.next = options.next;
  }

  /** Something may have been appended. A pause is not cut short. */
  wake(): void {
    if (this.stopped || this.pause) return;
    if (this.running) this.again = true;
    else this.running = this.run();
  }

  /** Takes no new message, and resolves when the one in flight is over. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.pause?.cancel();
    this.pause = undefined;
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
      for (const entry of page) {
        await this.options.breather.before();
        if (this.stopped || !(await this.take(entry))) return;
      }
    }
  }

  private page(): readonly LogEntry[] {
    try {
      return this.options.pages.read(this.topic, this.options.part, this.next);
    } catch {
      this.pauseFor(RETRY_MS);
      return [];
    }
  }

  /** Whether the message is done with. */
  private async take({ offset, key, value }: LogEntry): Promise<boolean> {
    const { part: partition, keeper } = this.options;
    const verdict = await this.verdictOn({ topic: this.topic, partition, offset, key, value });
    if (verdict.kind === 'retry') {
      this.pauseFor(verdict.afterMs);
      return false;
    }
    this.next = offset + 1;
    keeper.done({ topic: this.topic, part: partition, next: this.next });
    return true;
  }

  private async verdictOn(delivery: Delivery): Promise<Verdict> {
    try {
      return await this.options.handle(delivery);
    } catch {
      return { kind: 'retry', afterMs: RETRY_MS };
    }
  }

  private pauseFor(delayMs: number): void {
    if (this.stopped) return;
    this.pause = this.options.timers.after(delayMs, () => {
      this.pause = undefined;
      this.wake();
    });
  }
}
