import { ProblemError } from '@salvatempo/http';

/** Lets so many pieces of work run at once; a bounded number of others waits, in order. */
export class TurnQueue {
  private readonly waiting: (() => void)[] = [];
  private running = 0;

  constructor(
    private readonly atOnce: number,
    private readonly maxWaiting: number,
  ) {}

  /** Throws ProblemError `try-later` where too many wait already, and whatever `work` throws. */
  async take<T>(work: () => Promise<T>): Promise<T> {
    await this.turn();
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }

  /** A turn that is handed on never frees its place in between. */
  private turn(): Promise<void> {
    if (this.running < this.atOnce) {
      this.running += 1;
      return Promise.resolve();
    }
    if (this.waiting.length >= this.maxWaiting) throw new ProblemError('try-later', { retryAfterS: 2 });
    return new Promise((resolve) => this.waiting.push(resolve));
  }
}
