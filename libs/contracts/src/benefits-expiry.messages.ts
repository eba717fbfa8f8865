import { z } from 'zod';
import { idSchema, instantSchema } from './envelope/envelope';
import { event } from './envelope/message';

/**
 * Mails about credit that expires, by person: which lots are looked after, when it is time, and what is left of them. No message says under
 * which letter credit was given, nor what it was spent on.
 */
const reminders = { remindersId: idSchema, personId: idSchema };
const cents = z.number().int().min(0).max(100_000_000);
const minutes = z.number().int().min(1).max(12_000_000);
const lot = { accountId: idSchema, lotId: idSchema, validUntil: instantSchema };
/** How many days before its expiry somebody is told of a lot next. */
const nextDays = z.number().int().min(1).max(365);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const expiryFollowed = event('benefits.expiry-followed.v1', z.object({ ...reminders, ...lot, nextDays }));
/** A lot went, or ends so soon that there is no day left to tell of it: nothing is said of it any more. */
export const expiryDropped = event('benefits.expiry-dropped.v1', z.object({ ...reminders, lotId: idSchema }));
/** It is time to tell of these lots, on this day in Rome; `nextDays` where they are told of again. */
export const expiryReminderDue = event(
  'benefits.expiry-reminder-due.v1',
  z.object({ ...reminders, dueOn: day, lots: z.array(z.object({ ...lot, nextDays: nextDays.optional() })).min(1).max(300) }),
);
/** It was time by night: not before then. */
export const expiryReminderPutOff = event('benefits.expiry-reminder-put-off.v1', z.object({ ...reminders, retryAt: instantSchema }));
/** Something is left of lots that expire, by the end of their last day; a mail of it follows, one a day at most. */
export const creditExpiryAnnounced = event(
  'benefits.credit-expiry-announced.v1',
  /** By unit: cents of lots of euros, minutes of lots of hours. One of the two is above 0. */
  z.object({
    ...reminders,
    announcementId: idSchema,
    totalCents: cents,
    totalMinutes: minutes.optional(),
    items: z.array(z.object({ validUntil: instantSchema, amountCents: cents, minutes: minutes.optional() })).min(1).max(300),
  }),
);
/** Somebody wants these mails, or doesn't any more. */
export const expiryRemindersSet = event('benefits.expiry-reminders-set.v1', z.object({ ...reminders, wanted: z.boolean() }));

/** Under this purpose of the territory's key a link in the mail proves that whoever has it was written to. */
export const EXPIRY_OPT_OUT = 'expiry-opt-out';
export const EXPIRY_OPT_OUT_LENGTH = 26;
