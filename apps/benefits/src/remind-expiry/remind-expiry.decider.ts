import { creditExpiryAnnounced, expiryReminderDue, expiryReminderPutOff, type DataOf } from '@salvatempo/contracts';
import { accept, derivedId, isNight, NOTHING, outOfNight, PASS_DEADLINE, romeDate, slice, sumCents, type Cents, type Instant, type Minutes } from '@salvatempo/kernel';
import { expiryReminders, timeOfLot, type ExpiryReminders } from './expiry-reminders.aggregate';
import { nextReminderDays } from '../domain/reminder-times';

/** It is time: all lots that are due are told of at once. A deadline that is passed late, by night, waits for the morning. */
export const remindExpirySlice = slice<ExpiryReminders, { readonly deadlineAt: Instant }>({
  command: PASS_DEADLINE,
  decide(_, state, { id, at }) {
    const deadlineAt = expiryReminders.deadline(state);
    if (deadlineAt === undefined || at < deadlineAt) return NOTHING;
    const { personId, spreadMinutes } = state;
    if (isNight(at)) return accept(expiryReminderPutOff.of({ remindersId: id, personId, retryAt: outOfNight(at) }));
    const due = state.lots.filter((lot) => timeOfLot(state, lot) <= at);
    const lots = due.map(({ accountId, lotId, validUntil }) => {
      const nextDays = nextReminderDays(validUntil, spreadMinutes, at);
      return { accountId, lotId, validUntil, ...(nextDays === undefined ? {} : { nextDays }) };
    });
    return accept(expiryReminderDue.of({ remindersId: id, personId, dueOn: romeDate(at), lots }));
  },
  evolve: {
    [expiryReminderPutOff.type]: (state: ExpiryReminders, { retryAt }: DataOf<typeof expiryReminderPutOff>): ExpiryReminders => ({ ...state, notBefore: retryAt }),
    [expiryReminderDue.type]: ({ notBefore: _, ...state }: ExpiryReminders, { dueOn, lots }: DataOf<typeof expiryReminderDue>): ExpiryReminders => ({
      ...state,
      lastOn: dueOn,
      lots: state.lots.flatMap((lot) => {
        const told = lots.find(({ lotId }) => lotId === lot.lotId);
        if (!told) return [lot];
        return told.nextDays === undefined ? [] : [{ ...lot, nextDays: told.nextDays }];
      }),
    }),
  },
});

export interface AnnounceExpiry {
  /** Day in Rome for which it was time. */
  readonly dueOn: string;
  readonly left: readonly { readonly validUntil: Instant; readonly amountCents: Cents; readonly minutes?: Minutes }[];
}

/** By unit; minutes where there are any. */
function summed(left: readonly { readonly amountCents: Cents; readonly minutes?: Minutes }[]): { readonly amountCents: Cents; readonly minutes?: Minutes } {
  const ofHours = left.reduce((sum, { minutes = 0 }) => sum + minutes, 0);
  return { amountCents: sumCents(left.map(({ amountCents }) => amountCents)), ...(ofHours > 0 && { minutes: ofHours }) };
}

/** Tells what is left of the lots that were due, added up by their last day; nothing where all is spent or no mail is wanted any more. */
export const announceExpirySlice = slice<ExpiryReminders, AnnounceExpiry>({
  command: 'announce-expiry',
  decide({ dueOn, left }, { personId, isOff, announcementId: before }, { id }) {
    const announcementId = derivedId('xan', id, dueOn);
    const days = [...new Set(left.filter(({ amountCents, minutes = 0 }) => amountCents + minutes > 0).map(({ validUntil }) => validUntil))].sort();
    if (isOff || days.length === 0 || announcementId === before) return NOTHING;
    const items = days.map((day) => ({ validUntil: day, ...summed(left.filter(({ validUntil }) => validUntil === day)) }));
    const { amountCents: totalCents, minutes: totalMinutes } = summed(items);
    return accept(creditExpiryAnnounced.of({ remindersId: id, personId, announcementId, totalCents, ...(totalMinutes !== undefined && { totalMinutes }), items }));
  },
  evolve: {
    [creditExpiryAnnounced.type]: (state: ExpiryReminders, { announcementId }: DataOf<typeof creditExpiryAnnounced>): ExpiryReminders => ({ ...state, announcementId }),
  },
});
