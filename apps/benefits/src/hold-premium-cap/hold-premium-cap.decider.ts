import { premiumCapHeld, premiumCapOverdue, premiumCapReleased, type DataOf } from '@salvatempo/contracts';
import { accept, addMs, formatEuro, NOTHING, PASS_DEADLINE, refuse, slice, type Cents, type Instant } from '@salvatempo/kernel';
import { capLeftOf } from '../domain/premium';
import { usedByOthers, withoutHold, withShare, type PremiumYear } from '../domain/premium-year';
import { settledEvent, settle, type KnownShare } from './settle-premium-cap.decider';

/** How long a choice may take from the write that holds to the one that chooses: later the premium refuses it. */
const CHOOSE_WITHIN_MS = 60_000;
/** After this the premium is asked what became of it: by far later than a choice may still be written. */
const LOOK_AFTER_MS = 600_000;

export interface HoldPremiumCap {
  readonly personId: string;
  readonly year: number;
  readonly premiumId: string;
  readonly attemptId: string;
  readonly convertedCents: Cents;
  /** What the premium would use of the cap if nothing else did: converted, and the rest where the substitute tax holds. */
  readonly wantedCents: Cents;
  readonly convertibleCents: Cents;
  readonly capCents: Cents;
  /** Cap of the year of the choice, in which what is converted is tested. */
  readonly capOfChoiceCents: Cents;
  /** Of all other employers, as the person declares: the greater of it and what is known here holds. */
  readonly declaredCents: Cents;
  /** The person's other premiums of the year as they stand, for those that this document never heard of. */
  readonly known: readonly KnownShare[];
}

/** Sets aside what a choice uses of the person's cap: two employers' choices of the same moment meet here, at one write. */
export const holdPremiumCapSlice = slice<PremiumYear, HoldPremiumCap>({
  command: 'hold-premium-cap',
  decide({ personId, year, premiumId, attemptId, convertedCents, wantedCents, convertibleCents, capCents, capOfChoiceCents, declaredCents, known }, state, { id, at }) {
    if (state.shares[premiumId]?.hold) return refuse('premium-changing');
    const broughtIn = known.filter((other) => !(other.premiumId in state.shares));
    const knownCents = usedByOthers(broughtIn.reduce(settle, state), premiumId);
    const otherEmployersCents = Math.max(knownCents, declaredCents);
    const capLeftCents = capLeftOf({ capCents, otherEmployersCents });
    const mostCents = Math.min(convertibleCents, capLeftCents, capLeftOf({ capCents: capOfChoiceCents, otherEmployersCents }));
    if (convertedCents > mostCents) return refuse('premium-above-cap', { mostCents, mostEuro: formatEuro(mostCents) });
    const about = { premiumYearId: id, personId, year };
    return accept(
      ...broughtIn.map((other) => settledEvent(about, other)),
      premiumCapHeld.of({ ...about, premiumId, attemptId, heldCents: Math.min(wantedCents, capLeftCents), knownCents, capCents, chooseBy: addMs(at, CHOOSE_WITHIN_MS), lookAt: addMs(at, LOOK_AFTER_MS) }),
    );
  },
  evolve: {
    [premiumCapHeld.type]: (state: PremiumYear, { premiumId, attemptId, heldCents, lookAt }: DataOf<typeof premiumCapHeld>): PremiumYear =>
      withShare(state, premiumId, { usedCents: 0, sequence: 0, ...state.shares[premiumId], hold: { attemptId, heldCents, lookAt } }),
  },
});

export interface ReleasePremiumCap {
  readonly personId: string;
  readonly year: number;
  readonly premiumId: string;
  readonly attemptId: string;
}

/** A choice that was refused gives back what it held; another attempt's hold stays. */
export const releasePremiumCapSlice = slice<PremiumYear, ReleasePremiumCap>({
  command: 'release-premium-cap',
  decide: (data, { shares }, { id }) => (shares[data.premiumId]?.hold?.attemptId === data.attemptId ? accept(premiumCapReleased.of({ premiumYearId: id, ...data })) : NOTHING),
  evolve: {
    [premiumCapReleased.type]: (state: PremiumYear, { premiumId }: DataOf<typeof premiumCapReleased>): PremiumYear => withShare(state, premiumId, withoutHold(state.shares[premiumId]!)),
  },
});

/** What is held longer than a choice takes isn't given back by the clock, since it may have been chosen: the premium is asked. */
export const lookAfterHoldsSlice = slice<PremiumYear, { readonly deadlineAt: Instant }>({
  command: PASS_DEADLINE,
  decide(_, { shares }, { id, at }) {
    const overdue = Object.entries(shares).flatMap(([premiumId, { hold }]) => (hold?.lookAt !== undefined && hold.lookAt <= at ? [premiumCapOverdue.of({ premiumYearId: id, premiumId, attemptId: hold.attemptId })] : []));
    return accept(...overdue);
  },
  evolve: {
    [premiumCapOverdue.type]: (state: PremiumYear, { premiumId, attemptId }: DataOf<typeof premiumCapOverdue>): PremiumYear => {
      const { hold, ...share } = state.shares[premiumId]!;
      return withShare(state, premiumId, { ...share, hold: { attemptId, heldCents: hold!.heldCents } });
    },
  },
});
