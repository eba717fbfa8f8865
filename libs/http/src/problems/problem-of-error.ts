import { HttpException } from '@nestjs/common';
import { NotStorableError } from '@salvatempo/kernel';
import { ContentionError, LogUnavailableError, TooManyWaitingError } from '@salvatempo/messaging';
import { DocumentTooLargeError, NewerSchemaError, StoreUnavailableError } from '@salvatempo/store';
import { ProblemError } from './problem.error';

const byStatus: Readonly<Record<number, string>> = {
  400: 'invalid-json',
  401: 'not-signed-in',
  403: 'not-allowed',
  404: 'no-such-route',
  413: 'too-large',
  415: 'unsupported-media-type',
  429: 'too-many-requests',
};

const isTryLater = (error: unknown): boolean =>
  error instanceof StoreUnavailableError ||
  error instanceof LogUnavailableError ||
  error instanceof ContentionError ||
  error instanceof TooManyWaitingError ||
  error instanceof NewerSchemaError;

/** Every error as a published problem; what nobody foresaw is `unexpected`, and the caller logs it. */
export function problemOfError(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (isTryLater(error)) return new ProblemError('try-later', { retryAfterS: 1 });
  if (error instanceof DocumentTooLargeError || error instanceof NotStorableError) return new ProblemError('too-large');
  const status = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: unknown } | null)?.statusCode;
  const code = typeof status === 'number' ? byStatus[status] : undefined;
  return new ProblemError(code ?? 'unexpected');
}
