import { transferPaidBack, type DataOf } from '@salvatempo/contracts';
import { accept, refuse, romeDate, slice, type Decision } from '@salvatempo/kernel';
import { NO_SUCH_PURCHASE, type Purchase, type Started } from '../domain/purchase';

export interface PayBackTransfer {
  /** Euro cents that were sent back: all that is owed. */
  readonly amountCents: number;
  /** Day in Rome. */
  readonly paidOn: string;
  readonly bankReference: string;
}

/** Records that what is owed back of a purchase was transferred to its owner, whole. */
export const payBackTransferSlice = slice<Purchase, PayBackTransfer>({
  command: 'pay-back-transfer',
  decide({ amountCents, paidOn, bankReference }, state, { at }): Decision {
    if (state.status === 'absent') return refuse(NO_SUCH_PURCHASE);
    const owedBackCents = state.transfers?.owedBackCents ?? 0;
    if (owedBackCents === 0) return refuse('transfer-nothing-owed');
    if (paidOn > romeDate(at)) return refuse('transfer-day');
    if (amountCents !== owedBackCents) return refuse('transfer-amount', { expectedCents: owedBackCents });
    return accept(transferPaidBack.of({ purchaseId: state.purchaseId, firmId: state.firmId, amountCents, paidOn, bankReference }));
  },
  evolve: {
    [transferPaidBack.type]: (state: Purchase, { amountCents }: DataOf<typeof transferPaidBack>): Purchase => {
      const { transfers, ...started } = state as Started;
      const { owedBackCents, paidBackCents } = transfers!;
      return { ...started, transfers: { ...transfers!, owedBackCents: owedBackCents - amountCents, paidBackCents: paidBackCents + amountCents } };
    },
  },
});
