/** What became of an operation: it is written, a guard of it changed nothing, or an `unless` of it found a row. */
export const DONE = 0;
export const MISSED = 1;
export const HIT = 2;
export type OperationResult = typeof DONE | typeof MISSED | typeof HIT;

/** Why an operation, or with it the whole thread, failed. */
export interface Failure {
  readonly message: string;
  /** SQLite's name for it, e.g. `SQLITE_FULL`. */
  readonly code: string;
}

/**
 * Operations on their way to the thread, flat, since it costs less to hand over: for each operation the number of its steps,
 * and for each step `statement * 3 + role`, the number of its parameters, and the parameters.
 */
export type Batch = readonly unknown[];

/** Roles of a step: plain; a guard, without whose change the operation ends as missed; an unless, which ends it as hit. */
export const PLAIN = 0;
export const GUARD = 1;
export const UNLESS = 2;
export type Role = typeof PLAIN | typeof GUARD | typeof UNLESS;

/** One answer for each operation of a batch; `stopped` if nothing can be written any more. */
export interface BatchReply {
  readonly results: readonly (OperationResult | Failure)[];
  readonly stopped?: Failure;
}

export interface WriterSettings {
  /** Path of the driver's module. */
  readonly driver: string;
  readonly file: string;
  /** Texts of the statements, by number. */
  readonly statements: readonly string[];
  readonly maxPages?: number;
}
