import { noticeDropped, noticeSent, type DataOf } from '@salvatempo/contracts';
import { accept, NOTHING, slice } from '@salvatempo/kernel';
import type { KnownNotice, Notice } from '../domain/notice';

/** The mail server took the mail. */
export const noteSentSlice = slice<Notice, object>({
  command: 'note-sent',
  decide(_, state) {
    if (state.status !== 'waiting') return NOTHING;
    const { noticeId, personId, template, about } = state;
    return accept(noticeSent.of({ noticeId, personId, template, about }));
  },
  evolve: {
    [noticeSent.type]: (state: Notice): Notice => ({ ...(state as KnownNotice), status: 'sent' }),
  },
});

export interface DropNotice {
  readonly reason: DataOf<typeof noticeDropped>['reason'];
}

/** The mail will not be sent. */
export const dropNoticeSlice = slice<Notice, DropNotice>({
  command: 'drop-notice',
  decide({ reason }, state) {
    if (state.status !== 'waiting') return NOTHING;
    const { noticeId, personId, template } = state;
    return accept(noticeDropped.of({ noticeId, personId, template, reason }));
  },
  evolve: {
    [noticeDropped.type]: (state: Notice, { reason }: DataOf<typeof noticeDropped>): Notice => ({ ...(state as KnownNotice), status: 'dropped', reason }),
  },
});
