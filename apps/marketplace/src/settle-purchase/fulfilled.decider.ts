import { purchaseFulfilled, purchaseRedeemed } from '@salvatempo/contracts';
import { accept, NOTHING, refuse, slice, type Decision } from '@salvatempo/kernel';
import { holdingCommands } from '../domain/holding-commands';
import { NO_SUCH_PURCHASE, TOO_EARLY, type Purchase, type Started } from '../domain/purchase';

/**
 * The work is done: what was held becomes payments, however late this comes. It may overtake the news of the redemption,
 * which comes from another service; that it was redeemed follows from it.
 */
export const fulfilledSlice = slice<Purchase, { readonly completedAt: string }>({
  command: 'note-fulfilled',
  decide({ completedAt }, state): Decision {
    if (state.status === 'absent') return refuse(NO_SUCH_PURCHASE);
    if (state.status === 'issuing') return refuse(TOO_EARLY);
    if (state.status !== 'active' && state.status !== 'redeemed') return NOTHING;
    const { purchaseId } = state;
    const fulfilled = purchaseFulfilled.of({ purchaseId, completedAt });
    const events = state.status === 'active' ? [purchaseRedeemed.of({ purchaseId, redeemedAt: completedAt }), fulfilled] : [fulfilled];
    return { ...accept(...events), commands: holdingCommands('pay', state) };
  },
  evolve: {
    [purchaseFulfilled.type]: (state: Purchase): Purchase => ({ ...(state as Started), status: 'settling' }),
  },
});
