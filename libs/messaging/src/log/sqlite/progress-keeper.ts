import type { Timers } from '@salvatempo/kernel';
import type { LogTable, Progress } from '@salvatempo/store';

const AGAIN_MS = 200;

/** Stores a group's progress: the newest of each partition, one write under way at a time. */
export class ProgressKeeper {
  private newest = new Map<string, Progress>();
  private writing: Promise<void> | undefined;

  constructor(
    private readonly log: LogTable,
    private readonly group: string,
    private readonly timers: Timers,
  ) {}

  /** A partition has come so far; not waited for, since a repeat takes no second effect. */
  done(progress: Progress): void {
    this.newest.set(`${progress.topic}/${progress.part}`, progress);
    this.writing ??= this.write();
  }

  /** Resolves when everything is stored, or when it can't be: then the messages come again. */
  async flush(): Promise<void> {
    await this.writing;
    if (this.newest.size > 0) await this.save().catch(() => undefined);
  }

  private async write(): Promise<void> {
    try {
      while (this.newest.size > 0) await this.save();
    } catch {
      this.timers.after(AGAIN_MS, () => {
        if (this.newest.size > 0) this.writing ??= this.write();
      });
    } finally {
      this.writing = undefined;
    }
  }

  private async save(): Promise<void> {
    const batch = this.newest;
    this.newest = new Map();
    try {
      await this.log.saveProgress(this.group, [...batch.values()]);
    } catch (error) {
      for (const [place, progress] of batch) if (!this.newest.has(place)) this.newest.set(place, progress);
      throw error;
    }
  }
}
