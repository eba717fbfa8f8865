import { purchaseReturned, purchaseStepReleased, type DataOf, type Holding } from '@salvatempo/contracts';
import { accept, NOTHING, refuse, slice, type Decision } from '@salvatempo/kernel';
import { allAre, NO_SUCH_PURCHASE, withHolding, type Purchase, type Started } from '../domain/purchase';

/** One holding was given back; once all are, nothing of the purchase is left anywhere. */
export const releasedSlice = slice<Purchase, { readonly holding: Holding }>({
  command: 'note-released',
  decide({ holding }, state): Decision {
    if (state.status === 'absent') return refuse(NO_SUCH_PURCHASE);
    if (state.status !== 'refusing' && state.status !== 'returning') return NOTHING;
    if (state.holdings[holding] === undefined || state.holdings[holding] === 'released') return NOTHING;
    const { purchaseId, incentiveCents, creditCents, transfers } = state;
    const released = purchaseStepReleased.of({ purchaseId, holding });
    if (!allAre(state, 'released', holding)) return accept(released);
    return accept(released, purchaseReturned.of({ purchaseId, incentiveCents, creditCents, ...(transfers && { ownCents: transfers.receivedCents }) }));
  },
  evolve: {
    [purchaseStepReleased.type]: (state: Purchase, { holding }: DataOf<typeof purchaseStepReleased>): Purchase =>
      withHolding(state as Started, holding, 'released'),
    [purchaseReturned.type]: (state: Purchase, { ownCents }: DataOf<typeof purchaseReturned>): Purchase => {
      const ending = state as Started;
      const { transfers, status } = ending;
      const owed = transfers && ownCents !== undefined && { transfers: { ...transfers, receivedCents: transfers.receivedCents - ownCents, owedBackCents: transfers.owedBackCents + ownCents } };
      return { ...ending, ...owed, status: status === 'refusing' ? 'refused' : 'returned' };
    },
  },
});
