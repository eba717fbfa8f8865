import { addMs, DAY_MS, MINUTE_MS, type Ambient, type TimerHandle } from '@salvatempo/kernel';
import type { Store } from '@salvatempo/store';

/** An answer is repeated for a day; after that the same key is a new request. */
export const KEYS_KEPT_FOR_MS = DAY_MS;
const EVERY_MS = 10 * MINUTE_MS;
const BATCH = 1_000;

/** Forgets idempotency keys of more than a day ago, a batch at a time, every ten minutes. */
export class KeyRetention {
  private timer: TimerHandle | undefined;
  private stopped = false;

  constructor(
    private readonly store: Store,
    private readonly ambient: Ambient,
    private readonly onTrouble: (error: unknown) => void,
  ) {}

  start(): void {
    this.timer = this.ambient.timers.after(EVERY_MS, () => void this.forgetAll());
  }

  stop(): void {
    this.stopped = true;
    this.timer?.cancel();
  }

  private async forgetAll(): Promise<void> {
    try {
      const before = addMs(this.ambient.clock.now(), -KEYS_KEPT_FOR_MS);
      while (!this.stopped && (await this.store.keys.forget(before, BATCH)) === BATCH);
    } catch (error) {
      this.onTrouble(error);
    }
    if (!this.stopped) this.start();
  }
}
