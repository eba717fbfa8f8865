import { rankingMade, type DataOf } from '@salvatempo/contracts';
import { accept, refuse, sha256, slice, type Decision } from '@salvatempo/kernel';
import { fundOf, withFund, type Call, type Opened } from '../domain/call';
import { rank, share, type Place } from '../domain/ranking';

export interface MakeRanking {
  /** The one whose hash was published. */
  readonly seed: string;
}

/**
 * Makes the ranking of a call and reserves what it grants, in one write: the fund can't be promised twice. Not before all that was
 * submitted in time is checked. Throws where the seed isn't the one that the call committed itself to.
 */
export const makeRankingSlice = slice<Call, MakeRanking>({
  command: 'make-ranking',
  decide({ seed }, state, { at }): Decision {
    if (state.status === 'absent') throw new Error('a ranking of no call');
    const { callId, terms, applications = [], ranking, committedCents } = state;
    if (!terms.ranking) return refuse('call-not-ranked');
    if (ranking) return refuse('ranking-made-already');
    const { applicationsCloseAt, seedHash, criteria } = terms.ranking;
    if (at < applicationsCloseAt) return refuse('ranking-too-early');
    if (applications.some(({ checked }) => !checked)) return refuse('ranking-unchecked');
    if (sha256(seed) !== seedHash) throw new Error(`the seed of ${callId} isn't the one whose hash was published`);
    const byId = new Map(applications.map((one) => [one.allotmentId, one]));
    const ranked = rank(applications.map(({ allotmentId, checked }) => ({ applicationId: allotmentId, gained: checked!.gained })), criteria, seed);
    const { freeCents } = fundOf(state);
    const lines = share(ranked.map(({ applicationId, points }) => lineOf(byId.get(applicationId)!, points)), freeCents);
    const grantedCents = lines.reduce((sum, { granted, amountCents }) => sum + (granted ? amountCents : 0), 0);
    const fund = fundOf({ ...state, committedCents: committedCents + grantedCents });
    return accept(rankingMade.of({ callId, seed, lines: [...lines], fund }));
  },
  evolve: {
    [rankingMade.type]: (state: Call, { seed, lines, fund }: DataOf<typeof rankingMade>): Call => {
      const { applications = [], ...open } = withFund(state, fund) as Opened;
      const gained = new Map(applications.map(({ allotmentId, checked }) => [allotmentId, checked?.gained ?? []]));
      const places = lines.map(({ allotmentId, firmId, points, amountCents, granted }): Place => ({ allotmentId, firmId, gained: gained.get(allotmentId)!, points, amountCents, outcome: granted ? 'funded' : 'waiting' }));
      return { ...open, ranking: { seed, places } };
    },
  },
});

const lineOf = ({ allotmentId, firmId, checked }: NonNullable<Opened['applications']>[number], points: number) => ({ allotmentId, firmId, points, amountCents: checked!.amountCents });
