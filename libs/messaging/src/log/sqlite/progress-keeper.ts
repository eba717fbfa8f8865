import type { TimerHandle, Timers } from '@salvatempo/kernel';
import type { LogTable, Progress } from '@salvatempo/store';
import { placeOf } from './shared-pages';

const AGAIN_MS = 200;
/** Nobody waits for it, and what wasn't stored when a process dies comes again and takes no second effect: so it needn't be a part of every sync. */
const EVERY_MS = 50;
/** So seldom where messages keep coming: each write waits twice as long as the one before it. */
const AT_LEAST_EVERY_MS = 400;

/** Stores a group's progress: the newest of each partition, one write under way at a time. */
export class ProgressKeeper {
  private newest = new Map<string, Progress>();
  private readonly stored: Map<string, number>;
  private writing: Promise<void> | undefined;
  private pause: TimerHandle | undefined;
  private closed = false;
  private everyMs = EVERY_MS;

  constructor(
    private readonly log: LogTable,
    private readonly group: string,
    private readonly timers: Timers,
  ) {
    this.stored = new Map(log.progress(group).map((progress) => [placeOf(progress.topic, progress.partition), progress.next]));
  }

  /** Offset of the first message of a partition that isn't stored as done. */
  storedNext(topic: string, partition: number): number {
    return this.stored.get(placeOf(topic, partition)) ?? 0;
  }

  /** A partition, as `placeOf` names it, has come so far; not waited for, since a repeat takes no second effect. */
  done(place: string, progress: Progress): void {
    this.newest.set(place, progress);
    if (!this.writing) this.pause ??= this.timers.after(this.everyMs, () => this.writeNow());
  }

  /** Resolves when everything is stored, or when it can't be: then the messages come again. */
  async close(): Promise<void> {
    this.closed = true;
    this.pause?.cancel();
    await this.writing;
    if (this.newest.size > 0) await this.save().catch(() => undefined);
  }

  private async write(): Promise<void> {
    try {
      await this.save();
      this.everyMs = this.newest.size > 0 ? Math.min(this.everyMs * 2, AT_LEAST_EVERY_MS) : EVERY_MS;
      if (this.newest.size > 0) this.writeIn(this.everyMs);
    } catch {
      this.writeIn(AGAIN_MS);
    } finally {
      this.writing = undefined;
    }
  }

  private writeIn(delayMs: number): void {
    if (!this.closed) this.pause = this.timers.after(delayMs, () => this.writeNow());
  }

  private writeNow(): void {
    this.pause = undefined;
    this.writing ??= this.write();
  }

  private async save(): Promise<void> {
    const batch = this.newest;
    this.newest = new Map();
    try {
      await this.log.saveProgress(this.group, [...batch.values()]);
      for (const [place, { next }] of batch) this.stored.set(place, next);
    } catch (error) {
      for (const [place, progress] of batch) if (!this.newest.has(place)) this.newest.set(place, progress);
      throw error;
    }
  }
}
