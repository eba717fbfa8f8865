import type { TimerHandle, Timers } from '@salvatempo/kernel';
import { DONE, type Delivery, type Verdict } from '../event-log';
import type { Breather } from './breather';
import type { ProgressKeeper } from './progress-keeper';
import { placeOf, type SharedPages } from './shared-pages';

const RETRY_MS = 1_000;
const AGAIN: Verdict = { kind: 'retry', afterMs: RETRY_MS };

export interface PartitionOptions {
  readonly pages: SharedPages;
  readonly timers: Timers;
  readonly breather: Breather;
  readonly topic: string;
  readonly partition: number;
  /** Offset of the first message to take. */
  readonly next: number;
  readonly handle: (delivery: Delivery) => Verdict | Promise<Verdict>;
  readonly ignores: (value: string) => boolean;
  readonly keeper: ProgressKeeper;
}

/** Reads one partition for one group, one message at a time; a `retry` pauses this partition alone. */
export class PartitionReader {
  /** As `placeOf` names it. */
  readonly place: string;
  private next: number;
  /** Up to where the keeper was told. */
  private told: number;
  private running: Promise<void> | undefined;
  private pause: TimerHandle | undefined;
  private again = false;
  private stopped = false;

  constructor(private readonly options: PartitionOptions) {
    this.place = placeOf(options.topic, options.partition);
    this.next = this.told = options.next;
  }

  /** Something may have been appended. A pause is not cut short. */
  wake(): void {
    if (this.stopped || this.pause) return;
    if (this.running) this.again = true;
    else if (!this.skims()) this.running = this.run();
  }

  /**
   * Goes past the next messages that are of no use, a page of them at most; whether there is no more to do for now. Each message is
   * shown to every group of the process, and few have a use for it: so such a look costs a call and no more.
   */
  private skims(): boolean {
    for (const { offset, value } of this.page()) {
      if (!this.options.ignores(value)) break;
      this.next = offset + 1;
    }
    this.tell();
    return this.pause !== undefined || this.page().length === 0;
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

  /** Whether all of them are done with. What its group has no use for is done with at once. */
  private async takeAll(page: readonly Delivery[]): Promise<boolean> {
    const { breather } = this.options;
    await breather.before();
    try {
      for (const delivery of page) {
        if (this.stopped) return false;
        const verdict = this.verdictOn(delivery);
        if (verdict === DONE) this.next = delivery.offset + 1;
        else {
          if (!this.follow(await verdict, delivery)) return false;
          await breather.before();
        }
      }
      return true;
    } finally {
      this.tell();
    }
  }

  private page(): readonly Delivery[] {
    const { pages, topic, partition } = this.options;
    try {
      return pages.read(topic, partition, this.next);
    } catch {
      this.pauseFor(RETRY_MS);
      return [];
    }
  }

  /** Whether the message is done with. */
  private follow(verdict: Verdict, { offset }: Delivery): boolean {
    if (verdict.kind === 'retry') {
      this.pauseFor(verdict.afterMs);
      return false;
    }
    this.next = offset + 1;
    this.tell();
    return true;
  }

  private tell(): void {
    if (this.told === this.next) return;
    this.told = this.next;
    const { keeper, topic, partition } = this.options;
    keeper.done(this.place, { topic, partition, next: this.next });
  }

  private verdictOn(delivery: Delivery): Verdict | Promise<Verdict> {
    try {
      const verdict = this.options.handle(delivery);
      return verdict instanceof Promise ? verdict.catch(() => AGAIN) : verdict;
    } catch {
      return AGAIN;
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
