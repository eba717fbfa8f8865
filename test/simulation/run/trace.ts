import { createHash } from 'node:crypto';

/** What can be seen of the world from outside. */
export type StepKind = 'request' | 'answer' | 'commit' | 'delivery' | 'fault';

/**
 * Everything that happened, as one hash: requests, answers, committed documents, deliveries and faults, in their order. Two
 * runs with the same seed have the same hash, or something in the product reads a clock or draws chance of its own.
 */
export class Trace {
  /** How much was seen so far. */
  lines = 0;
  private readonly hash = createHash('sha256');
  private readonly recent: string[] = [];

  /** @param keep lines kept for a report of what led to a violation. */
  constructor(private readonly keep = 40) {}

  add(kind: StepKind, text: string): void {
    this.lines += 1;
    this.hash.update(`${kind} ${text}\n`);
    if (this.recent.push(`${this.lines} ${kind} ${text}`) > this.keep) this.recent.shift();
  }

  /** The last lines, for a report. */
  tail(): readonly string[] {
    return this.recent;
  }

  digest(): string {
    return this.hash.copy().digest('hex');
  }
}
