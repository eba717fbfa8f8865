import type { DataOf, noticeDropped, noticeRequested } from '@salvatempo/contracts';
import { derivedId, HOUR_MS, MINUTE_MS, type Instant } from '@salvatempo/kernel';

type Requested = DataOf<typeof noticeRequested> & { readonly attempt: number };

/** One mail about one event: waiting to be handed over, put off while the mail server is in trouble, or done with. */
export type Notice =
  | { readonly status: 'absent' }
  | ({ readonly status: 'waiting' } & Requested)
  | ({ readonly status: 'delayed'; readonly retryAt: Instant } & Requested)
  | ({ readonly status: 'sent' } & Requested)
  | ({ readonly status: 'dropped'; readonly reason: DataOf<typeof noticeDropped>['reason'] } & Requested);

export type KnownNotice = Exclude<Notice, { status: 'absent' }>;

export const notice = {
  service: 'identity',
  name: 'notice',
  prefix: 'not',
  schema: 1,
  initial: { status: 'absent' } as Notice,
  deadline: (state: Notice): Instant | undefined => (state.status === 'delayed' ? state.retryAt : undefined),
};

/** One event, one notice. */
export const noticeIdOf = (eventId: string): string => derivedId('not', eventId);

/** About a day of trouble with the mail server; then the notice is of no use any more. */
export const MAX_ATTEMPTS = 12;

/** A minute after the first attempt, twice as long after each further one, six hours at most. */
export const pauseAfter = (attempt: number): number => Math.min(6 * HOUR_MS, MINUTE_MS * 2 ** (attempt - 1));
