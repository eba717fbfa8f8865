import type { creditExpiryAnnounced, expiryFollowed, expiryReminderDue, DataOf } from '@salvatempo/contracts';
import { derivedId, type Instant } from '@salvatempo/kernel';
import { reminderAt, timeOfMail } from '../domain/reminder-times';

type FollowedLot = Omit<DataOf<typeof expiryFollowed>, 'remindersId' | 'personId'>;

/** The mails about what expires of one person's credit, with all employers. A lot that is told of for the last time leaves. */
export interface ExpiryReminders {
  /** '' where nothing was ever followed nor set. */
  readonly personId: string;
  readonly lots: readonly FollowedLot[];
  readonly isOff: boolean;
  /** When in the morning this person is written to. */
  readonly spreadMinutes: number;
  /** Day in Rome on which it was time last: one mail a day at most. */
  readonly lastOn?: DataOf<typeof expiryReminderDue>['dueOn'];
  /** It was time by night: not before then. */
  readonly notBefore?: Instant;
  readonly announcementId?: DataOf<typeof creditExpiryAnnounced>['announcementId'];
}

/** Lots of one person that are looked after at most; credit beyond it expires untold. */
export const MAX_FOLLOWED = 300;

export const remindersIdOf = (personId: string): string => derivedId('rem', personId);

export const timeOfLot = ({ spreadMinutes }: ExpiryReminders, { validUntil, nextDays }: FollowedLot): Instant => reminderAt(validUntil, nextDays, spreadMinutes);

export const expiryReminders = {
  service: 'benefits',
  name: 'expiry-reminders',
  prefix: 'rem',
  schema: 1,
  initial: { personId: '', lots: [], isOff: false, spreadMinutes: 0 } as ExpiryReminders,
  /** When it is time for the next mail; undefined where none is wanted or nothing is followed. */
  deadline(state: ExpiryReminders): Instant | undefined {
    const first = state.isOff ? undefined : state.lots.map((lot) => timeOfLot(state, lot)).sort()[0];
    return first === undefined ? undefined : timeOfMail(first, state.lastOn, state.notBefore);
  },
};
