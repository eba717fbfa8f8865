import { allotmentDeclined, allotmentReturned, applicationAdmitted, callOpened, rankingAdvanced, rankingMade, type CallTerms, type DataOf, type DecisionFacts } from '@salvatempo/contracts';
import { decide, derivedId, evolve, sha256, type DomainEvent } from '@salvatempo/kernel';
import fc from 'fast-check';
import { reserveAllotmentSlice } from '../apply-for-call/reserve-allotment.decider';
import { submitApplicationSlice } from '../apply-for-call/submit-application.decider';
import { returnAllotmentSlice } from '../end-allotment/return-allotment.decider';
import { closeRankingSlice } from '../make-ranking/close-ranking.decider';
import { makeRankingSlice } from '../make-ranking/make-ranking.decider';
import { openCallSlice } from '../open-call/open-call.decider';
import { call, type Call, type Opened } from './call';
import { NOTHING_DECLARED } from './eligibility';
import { tryRanking, type PastRankedStep } from './try-ranking';

const aCall = { ...call, slices: [openCallSlice, submitApplicationSlice, reserveAllotmentSlice, returnAllotmentSlice, makeRankingSlice, closeRankingSlice] };
const callId = derivedId('cal', 'spec');
const seed = 'A'.repeat(52);
const [opensAt, during, applicationsCloseAt, later, closesAt, after] = ['01', '10', '20', '21', '28', '29'].map((day) => `2026-09-${day}T00:00:00.000Z`) as [string, string, string, string, string, string];
const terms: CallTerms = {
  title: 'Tempo per te',
  incentiveBasisPoints: 7_000,
  firmCapCents: 100_000,
  personCapCents: 50_000,
  budgetCents: 500_000,
  maxHeadcount: 3,
  headcountBasis: 'employees',
  eligibleServiceCodes: ['laundry-ironing'],
  eligibleMunicipalities: ['E648', 'F205'],
  opensAt,
  closesAt,
  ranking: {
    version: '1.0',
    applicationsCloseAt,
    seedHash: sha256(seed),
    criteria: [{ code: 'micro', points: 10, text: 'Fino a un dipendente', about: 'employees', to: 1 }, { code: 'here', points: 5, text: 'Nel Comune', about: 'municipality', oneOf: ['E648'] }],
  },
};

interface Applies {
  readonly firm: number;
  readonly employeesCount: number;
  readonly municipality: string;
}
interface Returns {
  readonly place: number;
  readonly spentCents: number;
  readonly isAfterClose: boolean;
}
const applies: fc.Arbitrary<Applies> = fc.record({ firm: fc.integer({ min: 1, max: 30 }), employeesCount: fc.integer({ min: 0, max: 5 }), municipality: fc.constantFrom('E648', 'F205', 'H264') });
const returns: fc.Arbitrary<Returns> = fc.record({ place: fc.nat(20), spentCents: fc.integer({ min: 0, max: 100_000 }), isAfterClose: fc.boolean() });

/** Runs a ranked call as it really is, and reads its events as the journal would have them. */
function past(applications: readonly Applies[], givenBack: readonly Returns[], real: CallTerms): PastRankedStep[] {
  let state: Call = evolve(aCall, call.initial, callOpened.of({ callId, terms: real, fund: { budgetCents: real.budgetCents, committedCents: 0, paidCents: 0, freeCents: real.budgetCents } }));
  const steps: PastRankedStep[] = [];
  const run = (type: string, data: object, at: string): boolean => {
    const decision = decide(aCall, { type, data }, state, { id: callId, at });
    if (!decision.ok) return false;
    for (const event of decision.events) {
      state = evolve(aCall, state, event);
      steps.push(...stepsOf(event, at));
    }
    return true;
  };
  for (const { firm, employeesCount, municipality } of applications) {
    const parties = { allotmentId: derivedId('alt', String(firm)), firmId: derivedId('com', String(firm)) };
    if (!run('submit-application', { ...parties, declared: NOTHING_DECLARED }, during)) continue;
    run('reserve-allotment', { ...parties, ...NOTHING_DECLARED, memberships: [], requestedAt: during, employeesCount, occupatiCount: employeesCount, municipality }, during);
  }
  run('make-ranking', { seed }, applicationsCloseAt);
  const isLate = ({ isAfterClose }: Returns): number => Number(isAfterClose);
  for (const { place, spentCents, isAfterClose } of [...givenBack].sort((a, b) => isLate(a) - isLate(b))) {
    const { places } = (state as Opened).ranking!;
    const one = places[place % Math.max(places.length, 1)];
    if (one?.outcome !== 'funded') continue;
    run('return-allotment', { allotmentId: one.allotmentId, firmId: one.firmId, amountCents: Math.max(0, one.amountCents - spentCents) }, isAfterClose ? after : later);
  }
  return steps;
}

function stepsOf({ type, data }: DomainEvent, at: string): PastRankedStep[] {
  const { allotmentId, firmId, amountCents = 0, code, facts } = data as { allotmentId: string; firmId: string; amountCents?: number; code?: string; facts?: DecisionFacts };
  if (type === applicationAdmitted.type || type === allotmentDeclined.type) return [{ kind: 'checked', allotmentId, firmId, ...(code !== undefined && { code }), facts: facts! }];
  if (type === rankingMade.type) return [{ kind: 'ranked', seed, granted: (data as DataOf<typeof rankingMade>).lines.filter(({ granted }) => granted) }];
  if (type === rankingAdvanced.type) return [{ kind: 'advanced', firmId, amountCents }];
  return type === allotmentReturned.type ? [{ kind: 'returned', firmId, amountCents, at }] : [];
}

const stories = [fc.array(applies, { maxLength: 60 }), fc.array(returns, { maxLength: 20 }), fc.integer({ min: 1, max: 12 })] as const;

describe('trying a rule on a ranked call', () => {
  it('under the rule that was, says what really happened, to the cent, the firm and the Comune', () => {
    fc.assert(
      fc.property(...stories, (applications, givenBack, grants) => {
        const real = { ...terms, budgetCents: grants * 100_000 };
        const { actual, tried, gained, lost } = tryRanking(past(applications, givenBack, real), real);
        expect([tried, gained, lost]).toEqual([actual, [], []]);
      }),
      { numRuns: 200 },
    );
  });

  it('never promises more than the other budget, and a wider rule loses nobody where there is money for all', () => {
    fc.assert(
      fc.property(...stories, fc.integer({ min: 1, max: 300_000 }), (applications, givenBack, grants, firmCapCents) => {
        const steps = past(applications, givenBack, { ...terms, budgetCents: grants * 100_000 });
        const other = { ...terms, firmCapCents, budgetCents: 250_000 };
        expect(tryRanking(steps, other).tried.cents).toBeLessThanOrEqual(250_000);
        const { lost, tried } = tryRanking(steps, { ...terms, maxHeadcount: 5, eligibleMunicipalities: undefined, budgetCents: 100 * 100_000 });
        expect([lost, tried.refusals]).toEqual([[], {}]);
      }),
      { numRuns: 100 },
    );
  });

  it('gives the places that a wider rule opens by points, and says who loses theirs', () => {
    const story: Applies[] = [{ firm: 1, employeesCount: 2, municipality: 'F205' }, { firm: 2, employeesCount: 1, municipality: 'F205' }, { firm: 3, employeesCount: 1, municipality: 'H264' }];
    const real = { ...terms, budgetCents: 200_000 };
    const { actual, tried, gained, lost } = tryRanking(past(story, [], real), { ...real, eligibleMunicipalities: undefined });
    expect(actual).toMatchObject({ firms: 2, cents: 200_000, refusals: { 'municipality-not-eligible': 1 } });
    expect(tried).toMatchObject({ firms: 2, cents: 200_000, refusals: { 'ranked-not-funded': 1 }, byMunicipality: [{ municipality: 'F205', firms: 1 }, { municipality: 'H264', firms: 1 }] });
    expect([gained, lost]).toEqual([[derivedId('com', '3')], [derivedId('com', '1')]]);
  });
});
