import type { Criterion, DataOf, rankingMade } from '@salvatempo/contracts';
import { sha256, type Cents } from '@salvatempo/kernel';
import { sumOf } from './points';

/** An application with the codes of the criteria that it fulfils. */
export interface Scored {
  readonly applicationId: string;
  readonly gained: readonly string[];
}

export interface RankedApplication extends Scored {
  readonly points: number;
  /** SHA-256 of seed and application: between equal points the smaller one is first. */
  readonly tieBreak: string;
}

/**
 * The ranking, first place first: more points before fewer, equal points by the smaller tie-break key. It depends on nothing but
 * what is published, so that anybody can make it again; in which order the applications came doesn't matter.
 */
export const rank = (applications: readonly Scored[], criteria: readonly Criterion[], seed: string): readonly RankedApplication[] =>
  applications
    .map(({ applicationId, gained }) => ({ applicationId, gained, points: sumOf(gained, criteria), tieBreak: tieBreakOf(seed, applicationId) }))
    .sort((a, b) => b.points - a.points || (a.tieBreak < b.tieBreak ? -1 : 1));

export const tieBreakOf = (seed: string, applicationId: string): string => sha256(seed + applicationId);

/** A place of a ranking that was made. */
export interface Place {
  readonly allotmentId: string;
  readonly firmId: string;
  readonly gained: readonly string[];
  readonly points: number;
  readonly amountCents: Cents;
  /** `waiting` for money that comes back; `unfunded` once the call's time is over; `ended`: funded, and gave back what it didn't spend. */
  readonly outcome: 'funded' | 'waiting' | 'unfunded' | 'ended';
}

/** A line of the ranking as it is made: what it asks, and whether the fund sufficed. */
export type Line = DataOf<typeof rankingMade>['lines'][number];

/** Gives the fund's money to the ranking in its order. From the first that it doesn't suffice for nobody has any: no place is overtaken. */
export function share(ranked: readonly Omit<Line, 'granted' | 'freeCents'>[], freeCents: Cents): readonly Line[] {
  let [left, lasts] = [freeCents, true];
  return ranked.map((one) => {
    const before = left;
    lasts &&= one.amountCents <= left;
    if (lasts) left -= one.amountCents;
    return { ...one, granted: lasts, freeCents: before };
  });
}
