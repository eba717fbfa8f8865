import { expiryDropped, expiryFollowed, expiryRemindersSet, type DataOf } from '@salvatempo/contracts';
import { accept, NOTHING, slice, type DomainEvent, type Instant } from '@salvatempo/kernel';
import { MAX_FOLLOWED, type ExpiryReminders } from './expiry-reminders.aggregate';
import { nextReminderDays, spreadOf } from '../domain/reminder-times';

export interface FollowExpiry {
  readonly personId: string;
  readonly accountId: string;
  /** Lots that came, or that end on another day than before. */
  readonly lots: readonly { readonly lotId: string; readonly validUntil: Instant }[];
  /** A lot that nothing is left of. */
  readonly goneLotId?: string;
}

/** Looks after lots from now on, or until another day where that changed; what is gone, or nothing is told of any more, isn't kept. */
export const followExpirySlice = slice<ExpiryReminders, FollowExpiry>({
  command: 'follow-expiry',
  decide({ personId, accountId, lots: ends, goneLotId }, { lots }, { id, at }) {
    let room = MAX_FOLLOWED - lots.length;
    const followed = ends.flatMap(({ lotId, validUntil }): DomainEvent[] => {
      const before = lots.find((lot) => lot.lotId === lotId);
      if (before?.validUntil === validUntil) return [];
      const nextDays = nextReminderDays(validUntil, spreadOf(id), at);
      if (nextDays === undefined) return before ? [expiryDropped.of({ remindersId: id, personId, lotId })] : [];
      if (!before && room-- <= 0) return [];
      return [expiryFollowed.of({ remindersId: id, personId, accountId, lotId, validUntil, nextDays })];
    });
    const gone = goneLotId !== undefined && lots.some(({ lotId }) => lotId === goneLotId) ? [expiryDropped.of({ remindersId: id, personId, lotId: goneLotId })] : [];
    const events = [...followed, ...gone];
    return events.length === 0 ? NOTHING : accept(...events);
  },
  evolve: {
    [expiryDropped.type]: (state: ExpiryReminders, { lotId }: DataOf<typeof expiryDropped>): ExpiryReminders => ({ ...state, lots: state.lots.filter((lot) => lot.lotId !== lotId) }),
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
