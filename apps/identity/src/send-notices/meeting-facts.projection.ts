import { meetingAnnounced, type DataOf } from '@salvatempo/contracts';
import type { Projection } from '@salvatempo/messaging';

/** What a mail says of a meeting. */
export type MeetingFacts = Pick<DataOf<typeof meetingAnnounced>, 'meetingId' | 'title' | 'startsAt'>;

export const meetingFacts: Projection<MeetingFacts> = {
  model: { name: 'identity.meeting-facts', indexes: [] },
  prefix: 'mtg',
  on: {
    [meetingAnnounced.type]: (_, event) => {
      const { meetingId, title, startsAt } = event.data as DataOf<typeof meetingAnnounced>;
      return { meetingId, title, startsAt };
    },
  },
  place: (row) => ({ tenant: 'territory', order: row.meetingId, indexed: {} }),
};
