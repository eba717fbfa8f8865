import type { Delivery } from '../log/event-log';

/** A look at the dead letters shows so many, the oldest first. */
export const MAX_DEAD_LETTERS = 1_000;

/** A message that a group gave up, and why. */
export interface DeadLetter {
  /** Where the letter lies in the dead-letter topic. */
  readonly partition: number;
  readonly offset: number;
  readonly why: string;
  /** The message, and where it came from. */
  readonly message: Delivery;
}

/** `handled`: or had been before. `refused`: it can't be handled as it is either; the letter stays. */
export type Replayed = 'handled' | 'refused' | 'no-such-letter';

/** A message as its letter quotes it. */
export function letterText({ topic, key, value, partition, offset }: Delivery, why: string): string {
  return JSON.stringify({ topic, key, partition, offset, why, value });
}

/** A delivery of a dead-letter topic, as `letterText` wrote it. */
export function letterOf({ partition, offset, value }: Delivery): DeadLetter {
  const { why, ...message } = JSON.parse(value) as Delivery & { why: string };
  return { partition, offset, why, message };
}
