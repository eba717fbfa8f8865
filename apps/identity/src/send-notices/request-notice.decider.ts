import { noticeRequested, type DataOf } from '@salvatempo/contracts';
import { accept, NOTHING, slice } from '@salvatempo/kernel';
import type { Notice } from '../domain/notice';

export type RequestNotice = Omit<DataOf<typeof noticeRequested>, 'noticeId'>;

/** Something happened that a person is told of by mail, once. */
export const requestNoticeSlice = slice<Notice, RequestNotice>({
  command: 'request-notice',
  decide: (facts, state, { id }) => (state.status === 'absent' ? accept(noticeRequested.of({ ...facts, noticeId: id })) : NOTHING),
  evolve: {
    [noticeRequested.type]: (_: Notice, facts: DataOf<typeof noticeRequested>): Notice => ({ ...facts, status: 'waiting', attempt: 1 }),
  },
});
