import { StoreUnavailableError } from '@salvatempo/store';
import { ContentionError, TooManyWaitingError } from '../aggregates/outcome';
import { LogUnavailableError } from '../log/event-log';

/** What the message is about isn't known here yet; it is set aside and tried again until its deadline. */
export class NotYetKnownError extends Error {
  constructor(what: string) {
    super(`not yet known: ${what}`);
    this.name = 'NotYetKnownError';
  }
}

/** The message can never be handled, however often it is tried: a reply to no request, an impossible step. */
export class UnhandleableMessageError extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'UnhandleableMessageError';
  }
}

/** Trouble that says nothing about the message: it never counts as its failure. */
export const isInfrastructure = (error: unknown): boolean =>
  error instanceof StoreUnavailableError ||
  error instanceof LogUnavailableError ||
  error instanceof ContentionError ||
  error instanceof TooManyWaitingError;
