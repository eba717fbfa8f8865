import { workCompleted, type DataOf } from '@salvatempo/contracts';
import { accept, refuse, slice } from '@salvatempo/kernel';
import type { Order } from '../domain/order';

export interface CompleteOrder {
  /** Provider in whose name it is completed. */
  readonly providerId: string;
}

/** The work is done, once: the purchase is settled on it. */
export const completeOrderSlice = slice<Order, CompleteOrder>({
  command: 'complete-order',
  decide({ providerId }, state, { at }) {
    if (state.status === 'absent' || state.providerId !== providerId) return refuse('order-not-found');
    if (state.status === 'completed') return refuse('work-already-completed', { completedAt: state.completedAt });
    const { status: _, ...facts } = state;
    return accept(workCompleted.of({ ...facts, completedAt: at }));
  },
  evolve: {
    [workCompleted.type]: (_: Order, facts: DataOf<typeof workCompleted>): Order => ({ ...facts, status: 'completed' }),
  },
});
