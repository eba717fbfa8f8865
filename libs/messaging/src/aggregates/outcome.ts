import type { Envelope } from '@salvatempo/contracts';
import type { Refusal } from '@salvatempo/kernel';

/** What became of a command. */
export type Outcome<S> =
  /** Decided and durable; `events` are those of this command alone, empty where there was nothing to do. */
  | { readonly kind: 'done'; readonly events: readonly Envelope[]; readonly state: S; readonly version: number; readonly sequence: number }
  /** The same cause had its effect before; `events` are the ones it had then. Nothing was written. */
  | { readonly kind: 'repeated'; readonly events: readonly Envelope[]; readonly state: S; readonly version: number; readonly sequence: number }
  /** A business rule said no. Nothing was written. */
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly state: S; readonly version: number }
  /** Only for `lookup: 'only'`: no effect was found. Nothing was decided. */
  | { readonly kind: 'unknown' };

/** Races were lost until the deadline. Nothing was written; try later. */
export class ContentionError extends Error {
  constructor(
    readonly documentId: string,
    readonly withinMs: number,
  ) {
    super(`${documentId} was too busy for ${withinMs} ms`);
    this.name = 'ContentionError';
  }
}

/** More commands wait for one document than may wait. Nothing was written; try later. */
export class TooManyWaitingError extends Error {
  constructor(readonly documentId: string) {
    super(`too many commands wait for ${documentId}`);
    this.name = 'TooManyWaitingError';
  }
}
