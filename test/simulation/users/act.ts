import type { Territory } from './territory';

/** Something that somebody does. It looks for an occasion itself, and does nothing where there is none. */
export interface Act {
  readonly name: string;
  /** How often it is chosen, against the others. */
  readonly weight: number;
  run(territory: Territory): Promise<void>;
}

/** The fields of an answer that succeeded; undefined for any other. */
export const bodyOf = <T>(reply: { readonly status: number; readonly body: string } | undefined): T | undefined =>
  reply && reply.status < 300 ? (JSON.parse(reply.body) as T) : undefined;

/** An id of the right shape that names nothing. */
export const noSuch = (prefix: string): string => `${prefix}_${'0'.repeat(26)}`;
