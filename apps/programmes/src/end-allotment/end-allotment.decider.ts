import { allotmentEnded, type DataOf, type Ending, type InterestRule } from '@salvatempo/contracts';
import { accept, refuse, romeDate, slice, type BasisPoints, type Cents } from '@salvatempo/kernel';
import { endExpired, figuresOf, type Allotment, type Ended, type Granted } from '../domain/allotment';
import { everyDay, interestCents, type DayPayment, type RecoveryRates } from '../domain/interest';
import { repaidCents, type Repayment } from '../domain/recovery';

export interface EndAllotment {
  readonly how: Ending;
  readonly reason: string;
  /** The dated table, of a revocation. */
  readonly rates?: RecoveryRates;
  /** Of a revocation: another yearly rate than the table's, with its reason. */
  readonly interestBasisPoints?: BasisPoints | undefined;
  readonly interestReason?: string | undefined;
  /** Who did it. */
  readonly by?: string;
}

/**
 * Spending is declared over, the firm gives its grant up, or an operator takes it back, also of one whose spending is over. Not
 * while a purchase is under way: its voucher may be redeemed any time.
 */
export const endAllotmentSlice = slice<Allotment, EndAllotment>({
  command: 'end-allotment',
  decide(ending, state, { at }) {
    const { how, reason, by, interestBasisPoints, interestReason } = ending;
    if ((interestBasisPoints === undefined) !== (interestReason === undefined)) return refuse('interest-unexplained');
    if (state.status !== 'granted' && !(how === 'revoked' && isSpent(state))) return refuse('allotment-not-granted');
    const { events, state: now } = state.status === 'granted' ? endExpired(state, at) : { events: [], state };
    if (now.status === 'granted' && now.holds.length > 0) return refuse('allotment-in-use');
    const { callId, allotmentId, firmId, cor } = now;
    const { paidCents, freeCents: returnedCents } = figuresOf(now);
    const parties = { callId, allotmentId, firmId, ...(cor !== undefined && { cor }), ...(by !== undefined && { by }) };
    const recovery = how === 'revoked' ? { ...recoveryOf(now, romeDate(at), ending), revokedOn: romeDate(at) } : { recoverCents: 0, interestCents: 0 };
    return accept(...events, allotmentEnded.of({ ...parties, how, reason, returnedCents, paidCents, ...recovery }));
  },
  evolve: {
    [allotmentEnded.type]: (state: Allotment, { how, reason, paidCents, recoverCents, interestCents: interest, interestRule, revokedOn }: DataOf<typeof allotmentEnded>): Allotment => {
      const { callId, allotmentId, firmId, askedCents, facts, payments, cor } = state as Granted | Ended;
      const repayments = state.status === 'ended' ? state.repayments : undefined;
      const debt = how === 'revoked' && { debt: { principalCents: recoverCents - repaidCents(repayments), interestCents: interest, bears: true, ...(revokedOn !== undefined && { from: revokedOn }) } };
      const kept = { ...(facts && { facts }), ...(payments && { payments }), ...(cor !== undefined && { cor }), ...(interestRule && { interestRule }), ...(repayments && { repayments }), ...debt };
      return { status: 'ended', callId, allotmentId, firmId, askedCents, how, reason, paidCents, recoverCents, interestCents: interest, ...kept };
    },
  },
});

const isSpent = (state: Allotment): state is Ended => state.status === 'ended' && state.how === 'spent';

/** All that was paid, with interest by the table or at the operator's own rate; a payment whose day wasn't recorded bears none, nor what was paid back already from that day on. Throws without either. */
function recoveryOf(now: Granted | Ended, day: string, { interestBasisPoints, interestReason, rates }: EndAllotment): { readonly recoverCents: Cents; readonly interestCents: Cents; readonly interestRule: InterestRule } {
  const { paidCents, payments = [] } = now;
  const bearing = [...payments, ...(now.status === 'ended' ? paidBack(now.repayments) : [])];
  const own = interestBasisPoints !== undefined && interestReason !== undefined ? { basisPoints: interestBasisPoints, reason: interestReason } : undefined;
  if (own) return { recoverCents: paidCents, interestCents: interestCents(bearing, day, everyDay(own.basisPoints)), interestRule: own };
  if (!rates) throw new Error('a revocation needs a rate');
  return { recoverCents: paidCents, interestCents: interestCents(bearing, day, rates.rows), interestRule: { version: rates.version } };
}

const paidBack = (repayments: readonly Repayment[] = []): readonly DayPayment[] => repayments.map(({ on, principalCents }) => ({ on, cents: -principalCents }));
