import { noticeDelayed, noticeDropped, noticeRetried, type DataOf } from '@salvatempo/contracts';
import { accept, addMs, NOTHING, PASS_DEADLINE, slice, type Instant } from '@salvatempo/kernel';
import { MAX_ATTEMPTS, pauseAfter, type KnownNotice, type Notice } from '../domain/notice';

export interface DelayNotice {
  /** The end of the night, where it is one. */
  readonly notBefore?: Instant;
}

/** The mail server was in trouble, or it is night: later again, and after a day of trouble no more. */
export const delayNoticeSlice = slice<Notice, DelayNotice>({
  command: 'delay-notice',
  decide({ notBefore }, state, { at }) {
    if (state.status !== 'waiting') return NOTHING;
    const { noticeId, personId, template, attempt } = state;
    if (attempt >= MAX_ATTEMPTS) return accept(noticeDropped.of({ noticeId, personId, template, reason: 'given-up' }));
    return accept(noticeDelayed.of({ noticeId, personId, attempt, retryAt: notBefore ?? addMs(at, pauseAfter(attempt)) }));
  },
  evolve: {
    [noticeDelayed.type]: (state: Notice, { retryAt }: DataOf<typeof noticeDelayed>): Notice => ({ ...(state as KnownNotice), status: 'delayed', retryAt }),
  },
});

/** It is time to try again. */
export const retryNoticeSlice = slice<Notice, { readonly deadlineAt: string }>({
  command: PASS_DEADLINE,
  decide(_, state, { at }) {
    if (state.status !== 'delayed' || at < state.retryAt) return NOTHING;
    const { noticeId, personId, attempt } = state;
    return accept(noticeRetried.of({ noticeId, personId, attempt: attempt + 1 }));
  },
  evolve: {
    [noticeRetried.type]: (state: Notice, { attempt }: DataOf<typeof noticeRetried>): Notice => {
      const { noticeId, personId, template, about } = state as KnownNotice;
      return { status: 'waiting', noticeId, personId, template, about, attempt };
    },
  },
});
