import { meetingAnnounced, type DataOf } from '@salvatempo/contracts';
import type { Projection } from '@salvatempo/messaging';
import { organiserOf } from '../domain/meeting';

/** A meeting in a list; its places are read of its document, where they are never out of date. */
export type MeetingRow = Pick<DataOf<typeof meetingAnnounced>, 'meetingId' | 'intermediaryId' | 'startsAt'>;

/** The meetings of one organiser, the latest last. */
export const meetingList: Projection<MeetingRow> = {
  model: { name: 'companies.meeting-list', indexes: [] },
  prefix: 'mtg',
  on: {
    [meetingAnnounced.type]: (_, event) => {
      const { meetingId, intermediaryId, startsAt } = event.data as DataOf<typeof meetingAnnounced>;
      return { meetingId, startsAt, ...(intermediaryId === undefined ? {} : { intermediaryId }) };
    },
  },
  place: (row) => ({ tenant: organiserOf(row), order: `${row.startsAt}/${row.meetingId}`, indexed: {} }),
};
