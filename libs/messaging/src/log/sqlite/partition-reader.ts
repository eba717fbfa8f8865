import type { TimerHandle, Timers } from '@salvatempo/kernel';
import type { LogEntry } from '@salvatempo/store';
import type { Delivery, Verdict } from '../event-log';
import type { Breather } from './breather';
import type { ProgressKeeper } from './progress-keeper';
import { placeOf, type SharedPages } from './shared-pages';

const RETRY_MS = 1_000;

export interface PartitionOptions {
  readonly pages: SharedPages;
  readonly timers: Timers;
  readonly breather: Breather;
  readonly topic: string;
  readonly part: number;
  /** Offset of the first message to take. */
  readonly next: number;
  readonly handle: (delivery: Delivery) => Verdict | Promise<Verdict>;
  readonly keeper: ProgressKeeper;
}

/** Reads one partition for one group, one message at a time; a `retry` pauses this partition alone. */
export class PartitionReader {
  readonly topic: string;
  readonly part: number;
  private readonly place: string;
  private next: number;
  private running: Promise<void> | undefined;
  private pause: TimerHandle | undefined;
  private again = false;
  private stopped = false;

  constructor(private readonly options: PartitionOptions) {
    this.topic = options.topic;
    this.part = options.part;
    this.place = placeOf(options.topic, options.part);
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
      if (!(await this.takeAll(page))) return;
    }
  }

  /** Whether all of them are done with. What its group has no use for is done with at once, and costs nothing but a look. */
  private async takeAll(page: readonly LogEntry[]): Promise<boolean> {
    const { breather } = this.options;
    await breather.before();
    for (const entry of page) {
      if (this.stopped) return false;
      const taken = this.take(entry);
      if (taken === true) continue;
      if (!(await taken)) return false;
      await breather.before();
    }
    return true;
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
  private take({ offset, key, value }: LogEntry): boolean | Promise<boolean> {
    const verdict = this.verdictOn({ topic: this.topic, partition: this.options.part, offset, key, value });
    return verdict instanceof Promise ? verdict.then((later) => this.follow(later, offset)) : this.follow(verdict, offset);
  }

  private follow(verdict: Verdict, offset: number): boolean {
    if (verdict.kind === 'retry') {
      this.pauseFor(verdict.afterMs);
      return false;
    }
    this.next = offset + 1;
    this.options.keeper.done(this.place, { topic: this.topic, part: this.part, next: this.next });
    return true;
  }

  private verdictOn(delivery: Delivery): Verdict | Promise<Verdict> {
    const again = (): Verdict => ({ kind: 'retry', afterMs: RETRY_MS });
    try {
      const verdict = this.options.handle(delivery);
      return verdict instanceof Promise ? verdict.catch(again) : verdict;
    } catch {
      return again();
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
