import type { Refusal } from '@salvatempo/kernel';

/** An error in one field of a request or one cell of a file. */
export interface FieldError {
  /** Path of the field, e.g. `employees[2].name`; or a column's name. */
  readonly field: string;
  readonly code: string;
  readonly message: string;
  /** Line of a file, counted from 1, the header included. */
  readonly line?: number;
  /** Column of a file, counted from 1. */
  readonly column?: number;
}

export interface ProblemDetails {
  readonly params?: Refusal['params'];
  readonly errors?: readonly FieldError[];
  /** Seconds after which trying again makes sense. */
  readonly retryAfterS?: number;
  /** Further members of the problem document, e.g. what happened the first time. Never personal data. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

/** A published "no": becomes an `application/problem+json` with the status and texts of its code. */
export class ProblemError extends Error {
  constructor(
    readonly code: string,
    readonly details: ProblemDetails = {},
  ) {
    super(code);
    this.name = 'ProblemError';
  }
}

/** The problem of a decider's refusal. */
export const problemOf = (refusal: Refusal, details: ProblemDetails = {}): ProblemError =>
  new ProblemError(refusal.code, refusal.params === undefined ? details : { params: refusal.params, ...details });
