import { purchaseRedeemed } from '@salvatempo/contracts';
import { accept, NOTHING, refuse, slice, type Decision } from '@salvatempo/kernel';
import { NO_SUCH_PURCHASE, TOO_EARLY, type Purchase, type Started } from '../domain/purchase';

/** The voucher was redeemed: the work is to be done. */
export const redeemedSlice = slice<Purchase, { readonly redeemedAt: string }>({
  command: 'note-redeemed',
  decide({ redeemedAt }, state): Decision {
    if (state.status === 'absent') return refuse(NO_SUCH_PURCHASE);
    if (state.status === 'issuing') return refuse(TOO_EARLY);
    return state.status === 'active' ? accept(purchaseRedeemed.of({ purchaseId: state.purchaseId, redeemedAt })) : NOTHING;
  },
  evolve: {
    [purchaseRedeemed.type]: (state: Purchase): Purchase => ({ ...(state as Started), status: 'redeemed' }),
  },
});
