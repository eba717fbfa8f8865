import { purchaseStepHeld, type DataOf, type Holding } from '@salvatempo/contracts';
import { accept, NOTHING, refuse, slice, type Decision } from '@salvatempo/kernel';
import { holdingCommands } from '../domain/holding-commands';
import { allAre, NO_SUCH_PURCHASE, withHolding, type Purchase, type Started } from '../domain/purchase';

/** Something is held; once everything is, all of it is pinned, so that no clock takes it away any more. */
export const heldSlice = slice<Purchase, { readonly holding: Holding }>({
  command: 'note-held',
  decide({ holding }, state): Decision {
    if (state.status === 'absent') return refuse(NO_SUCH_PURCHASE);
    // Too late: the purchase is ending, and the release that it sent is behind this hold.
    if (state.status !== 'reserving' || state.holdings[holding] !== 'asked') return NOTHING;
    const held = accept(purchaseStepHeld.of({ purchaseId: state.purchaseId, holding }));
    return allAre(state, 'held', holding) ? { ...held, commands: holdingCommands('pin', state) } : held;
  },
  evolve: {
    [purchaseStepHeld.type]: (state: Purchase, { holding }: DataOf<typeof purchaseStepHeld>): Purchase => {
      const next = withHolding(state as Started, holding, 'held');
      return allAre(next, 'held', holding) ? { ...next, status: 'pinning' } : next;
    },
  },
});
