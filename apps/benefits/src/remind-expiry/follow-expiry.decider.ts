import { expiryFollowed, expiryRemindersSet, type DataOf } from '@salvatempo/contracts';
import { accept, NOTHING, slice } from '@salvatempo/kernel';
import { MAX_FOLLOWED, type ExpiryReminders } from './expiry-reminders.aggregate';
import { nextReminderDays, spreadOf } from '../domain/reminder-times';

export type FollowExpiry = Omit<DataOf<typeof expiryFollowed>, 'remindersId' | 'nextDays'>;

/** Looks after a lot from now on, or until another day where it lives on; one that nothing is told of any more isn't kept. */
export const followExpirySlice = slice<ExpiryReminders, FollowExpiry>({
  command: 'follow-expiry',
  decide({ personId, accountId, lotId, validUntil }, { lots }, { id, at }) {
    const before = lots.find((lot) => lot.lotId === lotId);
    const nextDays = nextReminderDays(validUntil, spreadOf(id), at);
    if (nextDays === undefined || before?.validUntil === validUntil || (!before && lots.length >= MAX_FOLLOWED)) return NOTHING;
    return accept(expiryFollowed.of({ remindersId: id, personId, accountId, lotId, validUntil, nextDays }));
  },
  evolve: {
    [expiryFollowed.type]: (state: ExpiryReminders, { remindersId, personId, ...lot }: DataOf<typeof expiryFollowed>): ExpiryReminders => ({
      ...state,
      personId,
      spreadMinutes: spreadOf(remindersId),
      lots: [...state.lots.filter(({ lotId }) => lotId !== lot.lotId), lot],
    }),
  },
});

/** Turns the mails off, or on again; what was due meanwhile is told in one mail then, with what is left of it. */
export const setRemindersSlice = slice<ExpiryReminders, { readonly personId: string; readonly wanted: boolean }>({
  command: 'set-expiry-reminders',
  decide: ({ personId, wanted }, { isOff }, { id }) => (wanted === isOff ? accept(expiryRemindersSet.of({ remindersId: id, personId, wanted })) : NOTHING),
  evolve: {
    [expiryRemindersSet.type]: (state: ExpiryReminders, { personId, wanted }: DataOf<typeof expiryRemindersSet>): ExpiryReminders => ({ ...state, personId, isOff: !wanted }),
  },
});
