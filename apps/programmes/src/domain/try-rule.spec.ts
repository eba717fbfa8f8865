import { allotmentDeclined, allotmentReserved, allotmentReturned, callOpened, type CallTerms, type DataOf, type DecisionFacts } from '@salvatempo/contracts';
import { derivedId, evolve, decide, type DomainEvent } from '@salvatempo/kernel';
import fc from 'fast-check';
import { reserveAllotmentSlice, type ReserveAllotment } from '../apply-for-call/reserve-allotment.decider';
import { returnAllotmentSlice } from '../end-allotment/return-allotment.decider';
import { openCallSlice } from '../open-call/open-call.decider';
import { call, type Call } from './call';
import { tryRule, type PastStep } from './try-rule';

const terms: CallTerms = {
  title: 'Tempo per te',
  incentiveBasisPoints: 7_000,
  firmCapCents: 100_000,
  personCapCents: 50_000,
  budgetCents: 20_000_000,
  maxHeadcount: 3,
  headcountBasis: 'employees',
  eligibleServiceCodes: ['laundry-ironing'],
  opensAt: '2026-09-01T00:00:00.000Z',
  closesAt: '2026-12-01T00:00:00.000Z',
  eligibleSectors: ['96', '47.1'],
  eligibleMunicipalities: ['E648', 'F205'],
  declarationDays: 40,
};
const aCall = { ...call, slices: [openCallSlice, reserveAllotmentSlice, returnAllotmentSlice] };

/** Something that a firm does: it applies, or gives back a part of what it has. */
const happening = fc.record({
  firm: fc.integer({ min: 1, max: 500 }),
  gives: fc.integer({ min: 0, max: 19 }),
  spent: fc.integer({ min: 0, max: 100_000 }),
  employeesCount: fc.integer({ min: 0, max: 6 }),
  sector: fc.constantFrom('96.01', '96.02.01', '47.11', '47.2', '14.13'),
  municipality: fc.constantFrom('E648', 'F205', 'H264', undefined),
  artisan: fc.boolean(),
  day: fc.integer({ min: -3, max: 100 }),
  declaredDaysAgo: fc.integer({ min: 0, max: 80 }),
});
const dayText = (n: number): string => new Date(Date.UTC(2026, 8, 1) + n * 86_400_000).toISOString();

/** Runs a call as it really is, and reads its events as the journal would have them. */
function past(happenings: readonly (typeof happening extends fc.Arbitrary<infer T> ? T : never)[], real: CallTerms): PastStep[] {
  let state: Call = evolve(aCall, call.initial, callOpened.of({ callId: derivedId('cal', 'spec'), terms: real, fund: { budgetCents: real.budgetCents, committedCents: 0, paidCents: 0, freeCents: real.budgetCents } }));
  const events: DomainEvent[] = [];
  const granted = new Map<string, number>();
  const ended = new Set<string>();
  const run = (type: string, data: object): void => {
    const decision = decide(aCall, { type, data }, state, { id: derivedId('cal', 'spec'), at: dayText(200) });
    if (!decision.ok) throw new Error(decision.refusal.code);
    for (const event of decision.events) {
      state = evolve(aCall, state, event);
      events.push(event);
      if (event.type === allotmentReserved.type) granted.set((event.data as { firmId: string }).firmId, (event.data as { amountCents: number }).amountCents);
    }
  };
  for (const { firm, gives, spent, day, declaredDaysAgo, ...firmFacts } of happenings) {
    const firmId = derivedId('com', String(firm));
    const allotmentId = derivedId('alt', String(firm));
    if (gives === 0 && granted.has(firmId) && !ended.has(firmId)) {
      ended.add(firmId);
      run('return-allotment', { allotmentId, firmId, amountCents: Math.max(0, granted.get(firmId)! - spent) });
    } else if (!granted.has(firmId)) {
      const { municipality, ...rest } = firmFacts;
      const data: ReserveAllotment = { allotmentId, firmId, ...rest, ...(municipality && { municipality }), memberships: [], otherFunding: false, occupatiCount: rest.employeesCount + 1, requestedAt: dayText(day), declaredAt: dayText(day - declaredDaysAgo) };
      run('reserve-allotment', data);
    }
  }
  return events.map(stepOf);
}

function stepOf({ type, data }: DomainEvent): PastStep {
  const { firmId, amountCents = 0, code, facts } = data as { firmId: string; amountCents?: number; code?: string; facts: DecisionFacts };
  if (type === allotmentReturned.type) return { kind: 'returned', firmId, amountCents };
  return { kind: 'decided', firmId, grantedCents: type === allotmentDeclined.type ? 0 : amountCents, ...(code !== undefined && { code }), facts };
}

/** Written apart, by going over everything again at each step; no class, no map, no table of rules. */
function naive(steps: readonly PastStep[], rule: CallTerms): { firmIds: string[]; cents: number; refused: number } {
  const list: { firmId: string; granted: number; net: number }[] = [];
  let refused = 0;
  for (let n = 0; n < steps.length; n++) {
    const step = steps[n]!;
    const mine = list.find(({ firmId }) => firmId === step.firmId);
    if (step.kind === 'returned') {
      const really = steps.find((one) => one.kind === 'decided' && one.firmId === step.firmId && one.code === undefined) as { grantedCents: number };
      if (mine) mine.net = Math.min(mine.granted, really.grantedCents - step.amountCents);
      continue;
    }
    if (mine) continue;
    const { facts } = step;
    const count = rule.headcountBasis === 'employees' ? facts.employeesCount : facts.occupatiCount;
    const ageMs = Date.parse(facts.requestedAt) - Date.parse(facts.declaredAt!);
    const no =
      Date.parse(facts.requestedAt) < Date.parse(rule.opensAt) ||
      Date.parse(facts.requestedAt) >= Date.parse(rule.closesAt) ||
      count > rule.maxHeadcount ||
      !((rule.artisansAdmitted && facts.artisan) || !rule.eligibleSectors || rule.eligibleSectors.some((one) => facts.sector!.slice(0, one.length) === one)) ||
      (rule.eligibleMunicipalities && !rule.eligibleMunicipalities.includes(facts.municipality ?? 'nowhere')) ||
      (rule.declarationDays !== undefined && ageMs >= rule.declarationDays * 86_400_000) ||
      list.reduce((sum, { net }) => sum + net, 0) + rule.firmCapCents > rule.budgetCents;
    if (no) refused++;
    else list.push({ firmId: step.firmId, granted: rule.firmCapCents, net: rule.firmCapCents });
  }
  return { firmIds: list.map(({ firmId }) => firmId).sort(), cents: list.reduce((sum, { net }) => sum + net, 0), refused };
}

const sumOf = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((sum, one) => sum + one, 0);

describe('trying a rule on what happened', () => {
  const story = fc.sample(fc.array(happening, { minLength: 1_000, maxLength: 1_000 }), { numRuns: 1, seed: 6 })[0]!;

  it('under the rule that was, says what really happened, to the cent and the Comune', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 200 }), fc.integer({ min: 100_000, max: 3_000_000 }), (happenings, budgetCents) => {
        const real = { ...terms, budgetCents };
        const { actual, tried, gained, lost } = tryRule(past(happenings, real), real);
        expect([tried, gained, lost]).toEqual([actual, [], []]);
      }),
      { numRuns: 60 },
    );
  });

  it.each<[string, Partial<CallTerms>]>([
    ['a higher headcount', { maxHeadcount: 5 }],
    ['the other count', { headcountBasis: 'occupati' }],
    ['a higher cap', { firmCapCents: 250_000 }],
    ['a smaller cap', { firmCapCents: 30_000 }],
    ['half of the budget', { budgetCents: 5_000_000 }],
    ['every sector', { eligibleSectors: undefined }],
    ['artisans too', { artisansAdmitted: true }],
    ['one Comune', { eligibleMunicipalities: ['E648'] }],
    ['every Comune, and no end to declarations', { eligibleMunicipalities: undefined, declarationDays: undefined }],
  ])('%s: a thousand applications give what a second, naive implementation says', (_what, changes) => {
    const steps = past(story, { ...terms, budgetCents: 8_000_000 });
    const rule = { ...terms, budgetCents: 8_000_000, ...changes };
    const { tried, actual, gained, lost } = tryRule(steps, rule);
    const second = naive(steps, rule);
    const really = steps.filter((step) => step.kind === 'decided' && step.code === undefined).map(({ firmId }) => firmId);
    expect({ firms: tried.firms, cents: tried.cents, refused: sumOf(tried.refusals) }).toEqual({ firms: second.firmIds.length, cents: second.cents, refused: second.refused });
    expect(gained).toEqual(second.firmIds.filter((firmId) => !really.includes(firmId)));
    expect(lost).toEqual(really.filter((firmId) => !second.firmIds.includes(firmId)).sort());
    for (const { byMunicipality, firms, cents } of [tried, actual]) expect([sumOf(Object.fromEntries(byMunicipality.map((one) => [one.municipality, one.firms]))), sumOf(Object.fromEntries(byMunicipality.map((one) => [one.municipality, one.cents])))]).toEqual([firms, cents]);
  });

  it('looks at the ceiling of aid as it was then', () => {
    const aid = (usedCents: number) => ({ registerId: derivedId('air', '1'), rule: { regime: 'de-minimis-2831' as const, version: '2026-11', ceilingCents: 30_000_000, window: 'rolling-years' as const, years: 3, countsWith: ['de-minimis-2831' as const] }, askedCents: 100_000, usedCents, heldCents: 0 });
    const facts = (usedCents: number): DataOf<typeof allotmentReserved>['facts'] & object => ({ artisan: false, memberships: [], otherFunding: false, place: 1, requestedAt: dayText(1), employeesCount: 1, occupatiCount: 1, sector: '96.01', municipality: 'E648', declaredAt: dayText(0), askedCents: 100_000, freeCents: 1, aid: aid(usedCents) });
    const refused: PastStep = { kind: 'decided', firmId: derivedId('com', '1'), grantedCents: 0, code: 'de-minimis-exceeded', facts: facts(29_950_000) };
    expect(tryRule([refused], terms).tried).toMatchObject({ firms: 0, refusals: { 'de-minimis-exceeded': 1 } });
    expect(tryRule([refused], { ...terms, firmCapCents: 50_000 }).tried).toMatchObject({ firms: 1, cents: 50_000 });
    expect(tryRule([refused], { ...terms, aidRegime: 'de-minimis-2831', onAidExcess: 'reduce' }).tried).toMatchObject({ firms: 1, cents: 50_000 });
  });
});
