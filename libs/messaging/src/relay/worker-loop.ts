import type { Timers, TimerHandle } from '@salvatempo/kernel';

/** After trouble the next try waits from 50 ms up to this long. */
const MAX_BACKOFF_MS = 2_000;

/**
 * Does `step` again and again while it says there is more, one at a time; `wake` starts it. A step that throws is tried
 * again after a growing pause.
 */
export class WorkerLoop {
  private running: Promise<void> | undefined;
  private again = false;
  private stopped = false;
  private failures = 0;
  private pause: TimerHandle | undefined;

  constructor(
    private readonly timers: Timers,
    /** Resolves with true if there may be more to do at once. */
    private readonly step: () => Promise<boolean>,
    private readonly onTrouble: (error: unknown) => void,
  ) {}

  wake(): void {
    if (this.stopped) return;
    if (this.running || this.pause) this.again = true;
    else this.running = this.run();
  }

  /** Resolves when there is nothing to do; while there is trouble it waits. */
  async idle(): Promise<void> {
    while (this.running || this.pause) {
      if (this.running) await this.running;
      else await new Promise<void>((resolve) => this.timers.after(10, resolve));
    }
  }

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
        while (!this.stopped && (await this.step())) this.failures = 0;
        this.failures = 0;
      } while (this.again && !this.stopped);
    } catch (error) {
      this.onTrouble(error);
      this.backOff();
    } finally {
      this.running = undefined;
    }
  }

  private backOff(): void {
    if (this.stopped) return;
    const delayMs = Math.min(MAX_BACKOFF_MS, 50 * 2 ** Math.min(this.failures++, 10));
    this.pause = this.timers.after(delayMs, () => {
      this.pause = undefined;
      this.wake();
    });
  }
}
