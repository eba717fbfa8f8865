import { ProblemError } from '@salvatempo/http';
import type { AggregateRunner, Loaded } from '@salvatempo/messaging';
import { organiserOf, type KnownMeeting, type Meeting } from '../domain/meeting';

/** A meeting whose organiser is a right one; that of another is as if it weren't there. Throws ProblemError `meeting-not-found`. */
export async function knownMeeting(meetings: AggregateRunner<Meeting>, meetingId: string, isRight: (organiser: string) => boolean | Promise<boolean>): Promise<Loaded<KnownMeeting>> {
  const found = await meetings.load(meetingId);
  if (!found || found.state.status === 'absent' || !(await isRight(organiserOf(found.state)))) throw new ProblemError('meeting-not-found');
  return { ...found, state: found.state };
}
