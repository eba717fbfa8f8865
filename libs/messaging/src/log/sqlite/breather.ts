import type { Timers } from '@salvatempo/kernel';

/** Messages after which everything else of the process gets its turn. */
const MESSAGES_A_TURN = 64;

/**
 * Lets the process breathe while a long backlog is read: handlers that have nothing to wait for would otherwise follow one
 * another without a request being answered in between.
 */
export class Breather {
  private taken = 0;
  private turn: Promise<void> | undefined;

  constructor(private readonly timers: Timers) {}

  /** To be waited for before each message; undefined while there is no need to. */
  before(): Promise<void> | undefined {
    if (++this.taken > MESSAGES_A_TURN)
      this.turn ??= new Promise((resolve) => {
        this.timers.after(0, () => {
          this.taken = 0;
          this.turn = undefined;
          resolve();
        });
      });
    return this.turn;
  }
}
