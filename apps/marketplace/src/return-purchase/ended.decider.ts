import { purchaseEnded, type DataOf } from '@salvatempo/contracts';
import { accept, NOTHING, refuse, slice, type Decision } from '@salvatempo/kernel';
import { holdingCommands } from '../domain/holding-commands';
import { NO_SUCH_PURCHASE, TOO_EARLY, type Purchase, type Started } from '../domain/purchase';

/** The voucher was cancelled before its use, or expired: every cent goes back where it came from. */
export const endedSlice = slice<Purchase, { readonly reason: 'cancelled' | 'expired' }>({
  command: 'note-ended',
  decide({ reason }, state): Decision {
    if (state.status === 'absent') return refuse(NO_SUCH_PURCHASE);
    if (state.status === 'issuing') return refuse(TOO_EARLY);
    if (state.status !== 'active') return NOTHING;
    return { ...accept(purchaseEnded.of({ purchaseId: state.purchaseId, reason })), commands: holdingCommands('release', state) };
  },
  evolve: {
    [purchaseEnded.type]: (state: Purchase, { reason }: DataOf<typeof purchaseEnded>): Purchase => ({
      ...(state as Started),
      status: 'returning',
      endedBy: reason,
    }),
  },
});
