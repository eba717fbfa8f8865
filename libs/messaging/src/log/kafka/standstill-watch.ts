import type { TimerHandle, Timers } from '@salvatempo/kernel';

/** A look finds a consumer standing still after so many in a row without progress. */
const LOOKS = 3;

export interface StandstillOptions {
  readonly timers: Timers;
  readonly everyMs: number;
  /** Whether it waits on purpose: for a retry, for its group, for a broker. */
  readonly isWaiting: () => boolean;
  /** Messages of its own partitions that it hasn't taken. Throws where the log can't be reached. */
  readonly behind: () => Promise<number>;
  readonly onStandstill: () => void;
}

/** Notices a consumer that has something to do and does nothing: its process had better be another one. */
export class StandstillWatch {
  private idleLooks = 0;
  private timer: TimerHandle | undefined;

  constructor(private readonly options: StandstillOptions) {
    this.lookLater();
  }

  progressed(): void {
    this.idleLooks = 0;
  }

  stop(): void {
    this.timer?.cancel();
  }

  private lookLater(): void {
    this.timer = this.options.timers.after(this.options.everyMs, () => {
      this.lookLater();
      void this.look();
    });
  }

  private async look(): Promise<void> {
    if (this.options.isWaiting()) return this.progressed();
    this.idleLooks += 1;
    if (this.idleLooks < LOOKS) return;
    // Trouble with asking says that the log can't be reached, which is no standstill.
    const behind = await this.options.behind().catch(() => 0);
    if (behind === 0) return this.progressed();
    if (this.idleLooks >= LOOKS) this.options.onStandstill();
  }
}
