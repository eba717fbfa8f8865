import { purchaseRequested, type DataOf, type QuotedOn } from '@salvatempo/contracts';
import { accept, addDays, addMs, endOfRomeDay, MINUTE_MS, refuse, romeDate, slice } from '@salvatempo/kernel';
import { holdCommands } from '../domain/holding-commands';
import { holdingsOf, type Purchase, type PurchaseFacts } from '../domain/purchase';

export interface RequestPurchase {
  readonly facts: Omit<PurchaseFacts, 'purchaseId' | 'deadlineAt'>;
  readonly quotedOn: QuotedOn;
  /** The quote as it would be made now, and as the buyer saw it. */
  readonly quoteId: string;
  readonly seenQuoteId: string;
  readonly seenTotalCents: number;
  readonly maxValidityDays: number;
}

/** So long may it take until everything is held; after that the purchase is refused and what was held goes back. */
const PURCHASE_TIME_MS = 10 * MINUTE_MS;

/** Begins a purchase on the terms that the buyer saw: who pays what is fixed here. */
export const requestPurchaseSlice = slice<Purchase, RequestPurchase>({
  command: 'request-purchase',
  decide({ facts, quotedOn, quoteId, seenQuoteId, seenTotalCents, maxValidityDays }, state, { id, at }) {
    if (state.status !== 'absent') return refuse('purchase-already-requested');
    if (quoteId !== seenQuoteId || facts.totalCents !== seenTotalCents) return refuse('quote-changed');
    if (facts.own && facts.incentiveCents === 0) return refuse('owner-no-incentive');
    if (facts.incentiveCents + facts.creditCents + (facts.own?.amountCents ?? 0) !== facts.totalCents) return refuse('voucher-whole-value');
    // The last day counts whole, in Rome, however long the days between are. One that awaits a transfer has no validity yet.
    const latest = endOfRomeDay(addDays(romeDate(at), maxValidityDays));
    const { voucherExpiresAt } = facts;
    if (voucherExpiresAt !== undefined && (voucherExpiresAt <= at || voucherExpiresAt > latest)) return refuse('voucher-validity', { maxDays: maxValidityDays });
    const requested: PurchaseFacts = { ...facts, purchaseId: id, deadlineAt: addMs(at, PURCHASE_TIME_MS) };
    return { ...accept(purchaseRequested.of({ ...requested, quotedOn })), commands: holdCommands(requested) };
  },
  evolve: {
    [purchaseRequested.type]: (_: Purchase, { quotedOn: _told, ...facts }: DataOf<typeof purchaseRequested>): Purchase => ({
      ...facts,
      status: 'reserving',
      ...(facts.own && { transfers: { receivedCents: 0, owedBackCents: 0, paidBackCents: 0, bankReferences: [] } }),
      holdings: Object.fromEntries(holdingsOf(facts).map((holding) => [holding, 'asked'])),
    }),
  },
});
