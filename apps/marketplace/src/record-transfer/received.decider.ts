import { transferOwedBack, transferReceived, type DataOf } from '@salvatempo/contracts';
import { accept, addDays, endOfRomeDay, refuse, romeDate, slice, type Decision } from '@salvatempo/kernel';
import { NO_SUCH_PURCHASE, type Purchase, type Started } from '../domain/purchase';
import { voucherFor } from '../domain/voucher-order';

export interface RecordTransfer {
  /** Euro cents that came. */
  readonly amountCents: number;
  /** Day in Rome of the bank's credit. */
  readonly receivedOn: string;
  /** The bank's own reference of the transfer. */
  readonly bankReference: string;
}

/** Transfers kept of one purchase. */
const MOST_TRANSFERS = 20;

/**
 * Records a transfer of an owner. Where it is awaited and right, the order receipt is issued, valid from now on and not from the
 * request, for the bank's days are no fault of the owner's. Where the purchase has ended or is paid already, it is kept and owed back:
 * the money is here. Another amount is refused, for somebody has to send it back or wait for the rest.
 */
export const recordTransferSlice = slice<Purchase, RecordTransfer>({
  command: 'record-transfer',
  decide({ amountCents, receivedOn, bankReference }, state, { at }): Decision {
    if (state.status === 'absent') return refuse(NO_SUCH_PURCHASE);
    const { own, transfers, purchaseId, firmId } = state;
    if (!own || own.amountCents === 0 || !transfers || state.status === 'reserving' || state.status === 'pinning') return refuse('transfer-not-awaited');
    if (receivedOn > romeDate(at)) return refuse('transfer-day');
    if (transfers.bankReferences.includes(bankReference)) return refuse('transfer-already-recorded');
    if (transfers.bankReferences.length >= MOST_TRANSFERS) return refuse('transfer-too-many', { most: MOST_TRANSFERS });
    const transfer = { purchaseId, firmId, amountCents, bankReference, receivedOn };
    if (state.status !== 'awaiting-transfer') return accept(transferOwedBack.of(transfer));
    if (amountCents !== own.amountCents) return refuse('transfer-amount', { expectedCents: own.amountCents });
    const voucherExpiresAt = endOfRomeDay(addDays(romeDate(at), own.validityDays));
    return { ...accept(transferReceived.of({ ...transfer, voucherExpiresAt })), commands: [voucherFor(state, voucherExpiresAt)] };
  },
  evolve: {
    [transferReceived.type]: (state: Purchase, { amountCents, bankReference, voucherExpiresAt }: DataOf<typeof transferReceived>): Purchase => {
      const { transfers, ...started } = state as Started;
      const bankReferences = [...transfers!.bankReferences, bankReference];
      return { ...started, status: 'issuing', voucherExpiresAt, transfers: { ...transfers!, receivedCents: amountCents, bankReferences } };
    },
    [transferOwedBack.type]: (state: Purchase, { amountCents, bankReference }: DataOf<typeof transferOwedBack>): Purchase => {
      const { transfers, ...started } = state as Started;
      const bankReferences = [...transfers!.bankReferences, bankReference];
      return { ...started, transfers: { ...transfers!, owedBackCents: transfers!.owedBackCents + amountCents, bankReferences } };
    },
  },
});
