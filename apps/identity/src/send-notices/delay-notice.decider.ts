import { noticeDelayed, noticeDropped, noticeRetried, type DataOf } from '@salvatempo/contracts';
import { accept, addMs, NOTHING, PASS_DEADLINE, slice } from '@salvatempo/kernel';
import { MAX_ATTEMPTS, pauseAfter, type KnownNotice, type Notice } from '../domain/notice';

/** The mail server was in trouble: later again, and after a day no more. */
export const delayNoticeSlice = slice<Notice, object>({
  command: 'delay-notice',
  decide(_, state, { at }) {
    if (state.status !== 'waiting') return NOTHING;
    const { noticeId, personId, template, attempt } = state;
    if (attempt >= MAX_ATTEMPTS) return accept(noticeDropped.of({ noticeId, personId, template, reason: 'given-up' }));
    return accept(noticeDelayed.of({ noticeId, personId, attempt, retryAt: addMs(at, pauseAfter(attempt)) }));
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
