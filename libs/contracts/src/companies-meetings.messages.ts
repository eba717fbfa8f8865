import { z } from 'zod';
import { idSchema, instantSchema } from './envelope/envelope';
import { event } from './envelope/message';

/** Places of one meeting, and so people of one firm, at most. */
export const MAX_MEETING_PLACES = 500;
export const meetingKindSchema = z.enum(['meeting', 'workshop']);
export type MeetingKind = z.infer<typeof meetingKindSchema>;
const people = z.number().int().min(1).max(MAX_MEETING_PLACES);
const counted = z.number().int().min(0).max(MAX_MEETING_PLACES);
const meeting = { meetingId: idSchema };

/** Firms can take places from now on. Where it is, or the link by which one is let in, stays beside the state. */
export const meetingAnnounced = event(
  'companies.meeting-announced.v1',
  z.object({
    ...meeting,
    /** The adviser's office or association that holds it; missing where the public office does. */
    intermediaryId: idSchema.optional(),
    title: z.string().min(1).max(120),
    kind: meetingKindSchema,
    mode: z.enum(['site', 'online']),
    startsAt: instantSchema,
    places: people,
  }),
);
/** A firm has so many places from now on, however many it had before; `taken` are those of all firms. */
export const meetingPlacesTaken = event('companies.meeting-places-taken.v1', z.object({ ...meeting, firmId: idSchema, people, taken: people }));
/** A firm gave up all its places. */
export const meetingPlacesGivenUp = event('companies.meeting-places-given-up.v1', z.object({ ...meeting, firmId: idSchema, people, taken: counted }));
/** A firm waits for so many places of a full meeting, at this place of the list. `personId` is whoever asked, who is told. */
export const meetingPlacesAwaited = event('companies.meeting-places-awaited.v1', z.object({ ...meeting, firmId: idSchema, people, personId: idSchema, place: people }));
/** A firm waits no longer. */
export const meetingWaitEnded = event('companies.meeting-wait-ended.v1', z.object({ ...meeting, firmId: idSchema }));
/** Places became free, and the first of the list has so many from now on. */
export const meetingWaiterSeated = event('companies.meeting-waiter-seated.v1', z.object({ ...meeting, firmId: idSchema, people, personId: idSchema, taken: people }));
/** How many of each firm came; a firm that isn't here sent nobody. A later event of this kind puts it right. */
export const meetingAttendanceRecorded = event(
  'companies.meeting-attendance-recorded.v1',
  z.object({ ...meeting, firms: z.array(z.object({ firmId: idSchema, people })).max(MAX_MEETING_PLACES), attended: counted }),
);
/** It doesn't take place. */
export const meetingCalledOff = event('companies.meeting-called-off.v1', z.object(meeting));
