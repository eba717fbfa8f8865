import { allotmentEnded, type DataOf, type Ending } from '@salvatempo/contracts';
import { accept, refuse, romeDate, slice, type BasisPoints } from '@salvatempo/kernel';
import { endExpired, figuresOf, type Allotment, type Granted } from '../domain/allotment';
import { interestCents } from '../domain/interest';

export interface EndAllotment {
  readonly how: Ending;
  readonly reason: string;
  /** Yearly, on what is to be recovered; of a renunciation 0. */
  readonly interestBasisPoints: BasisPoints;
}

/** The firm gives its grant up, or an operator takes it back. Not while a purchase is under way: its voucher may be redeemed any time. */
export const endAllotmentSlice = slice<Allotment, EndAllotment>({
  command: 'end-allotment',
  decide({ how, reason, interestBasisPoints }, state, { at }) {
    if (state.status !== 'granted') return refuse('allotment-not-granted');
    const { events, state: now } = endExpired(state, at);
    if (now.holds.length > 0) return refuse('allotment-in-use');
    const { callId, allotmentId, firmId, cor } = now;
    const { paidCents, freeCents: returnedCents } = figuresOf(now);
    const interest = how === 'revoked' ? interestOf(now, romeDate(at), interestBasisPoints) : 0;
    const parties = { callId, allotmentId, firmId, ...(cor !== undefined && { cor }) };
    return accept(...events, allotmentEnded.of({ ...parties, how, reason, returnedCents, paidCents, recoverCents: how === 'revoked' ? paidCents : 0, interestCents: interest }));
  },
  evolve: {
    [allotmentEnded.type]: (state: Allotment, { how, reason, paidCents, recoverCents, interestCents: interest }: DataOf<typeof allotmentEnded>): Allotment => {
      const { callId, allotmentId, firmId, askedCents, facts } = state as Granted;
      return { status: 'ended', callId, allotmentId, firmId, askedCents, how, reason, paidCents, recoverCents, interestCents: interest, ...(facts && { facts }) };
    },
  },
});

/** Of payments whose day was recorded; where none was, nobody can say from when it counts. */
const interestOf = ({ paidCents, paidCentDays }: Granted, day: string, yearly: BasisPoints): number =>
  paidCentDays === undefined ? 0 : interestCents(paidCents, paidCentDays, day, yearly);
