import type { TimerHandle, Timers } from '@salvatempo/kernel';

/** What couldn't be stored is tried again after so long: nobody may come along who would take it with them. */
const AGAIN_MS = 1_000;

/** Where a partition stands: the offset of the next message to take. */
export interface Place {
  readonly topic: string;
  readonly partition: number;
  readonly next: bigint;
}

/** Stores offsets with the cluster. */
export type CommitOffsets = (places: readonly Place[]) => Promise<void>;

const keyOf = ({ topic, partition }: Pick<Place, 'topic' | 'partition'>): string => `${topic}/${partition}`;

/**
 * A group's progress on its way to the cluster: the newest of every partition, one commit in flight. A commit takes
 * milliseconds; one for each message would make everything wait, and many at once queue up (transport notes).
 */
export class OffsetKeeper {
  private newest = new Map<string, Place>();
  private committing: Promise<void> | undefined;
  private commitNow: CommitOffsets | undefined;
  private again: TimerHandle | undefined;

  constructor(
    private readonly timers: Timers,
    private readonly onTrouble: (error: unknown) => void,
  ) {}

  /** A partition has come so far; `commit` is a way to say so that is open now. Not waited for: a repeat takes no second effect. */
  done(place: Place, commit: CommitOffsets): void {
    this.newest.set(keyOf(place), place);
    this.commitNow = commit;
    this.committing ??= this.commitAll();
  }

  /** These partitions alone are ours from now on: what others have is stored by them. */
  assigned(isOurs: (topic: string, partition: number) => boolean): void {
    for (const [key, { topic, partition }] of this.newest) if (!isOurs(topic, partition)) this.newest.delete(key);
  }

  /** Resolves when everything is stored, or can't be: then the messages come again. */
  async finish(): Promise<void> {
    this.again?.cancel();
    await this.committing;
    if (this.newest.size > 0) await this.commitAll();
    this.again?.cancel();
  }

  private async commitAll(): Promise<void> {
    try {
      while (this.newest.size > 0) {
        const batch = this.newest;
        this.newest = new Map();
        await this.commit(batch);
      }
    } catch (error) {
      this.onTrouble(error);
      this.again?.cancel();
      this.again = this.timers.after(AGAIN_MS, () => void (this.committing ??= this.commitAll()));
    } finally {
      this.committing = undefined;
    }
  }

  private async commit(batch: ReadonlyMap<string, Place>): Promise<void> {
    try {
      await this.commitNow!([...batch.values()]);
    } catch (error) {
      // Goes with the next commit, unless that one came further.
      for (const [key, place] of batch) if (!this.newest.has(key)) this.newest.set(key, place);
      throw error;
    }
  }
}
