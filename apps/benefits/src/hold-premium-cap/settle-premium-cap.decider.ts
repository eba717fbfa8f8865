import { premiumCapSettled, type DataOf } from '@salvatempo/contracts';
import { accept, NOTHING, slice, type Cents, type DomainEvent } from '@salvatempo/kernel';
import type { Premium } from '../domain/premium';
import { withShare, type PremiumYear } from '../domain/premium-year';

/** What a premium has of the cap, as its own document says. */
export interface KnownShare {
  readonly premiumId: string;
  readonly usedCents: Cents;
  /** Of the premium's last event. */
  readonly sequence: number;
  /** Nothing can be chosen of it any more, so that nothing of it needs to be held. */
  readonly isFinal: boolean;
}

export function shareOfCap(premiumId: string, state: Premium, sequence: number): KnownShare {
  const isChosen = state.status === 'chosen';
  return { premiumId, usedCents: isChosen ? state.convertedCents + state.favouredCents : 0, sequence, isFinal: isChosen && state.by !== 'nothing' };
}

export interface SettlePremiumCap extends KnownShare {
  readonly personId: string;
  readonly year: number;
  /** An attempt that ended with what the premium is now. */
  readonly endedAttemptId?: string;
}

/** Takes over what became of a premium: in the order of its own events, whatever order they come in. */
export const settlePremiumCapSlice = slice<PremiumYear, SettlePremiumCap>({
  command: 'settle-premium-cap',
  decide({ personId, year, endedAttemptId, ...known }, state, { id }) {
    const share = state.shares[known.premiumId];
    const isNewer = known.sequence > (share?.sequence ?? 0);
    const ends = share?.hold !== undefined && (known.isFinal || share.hold.attemptId === endedAttemptId);
    // Most premiums are offered long before anybody chooses: a year without a share of them holds nothing for them.
    const isNews = isNewer && (share !== undefined || known.usedCents > 0);
    if (!isNews && !ends) return NOTHING;
    const latest = isNewer ? known : { ...known, usedCents: share!.usedCents, sequence: share!.sequence };
    return accept(settledEvent({ premiumYearId: id, personId, year }, latest, ends));
  },
  evolve: {
    [premiumCapSettled.type]: (state: PremiumYear, { premiumId, usedCents, premiumSequence, isHoldOver }: DataOf<typeof premiumCapSettled>): PremiumYear => {
      const hold = state.shares[premiumId]?.hold;
      return withShare(state, premiumId, { usedCents, sequence: premiumSequence, ...(hold && !isHoldOver && { hold }) });
    },
  },
});

export const settledEvent = (about: { readonly premiumYearId: string; readonly personId: string; readonly year: number }, { premiumId, usedCents, sequence }: KnownShare, isHoldOver = false): DomainEvent =>
  premiumCapSettled.of({ ...about, premiumId, usedCents, premiumSequence: sequence, isHoldOver });

/** The year with one premium more that it never heard of. */
export const settle = (state: PremiumYear, { premiumId, usedCents, sequence }: KnownShare): PremiumYear => withShare(state, premiumId, { usedCents, sequence });
