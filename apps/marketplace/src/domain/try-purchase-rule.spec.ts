import type { CallTerms } from '@salvatempo/contracts';
import { addMs, DAY_MS } from '@salvatempo/kernel';
import fc from 'fast-check';
import { PurchaseRuleTrial, type PastPurchase } from './try-purchase-rule';
import { whoPaysWhat } from './who-pays-what';

const START = '2026-01-01T00:00:00.000Z';
const [MINE, OTHER] = ['cal_mine', 'cal_other'];
const mine: CallTerms = {
  title: 'Tempo per te', incentiveBasisPoints: 7_000, firmCapCents: 40_000, personCapCents: 15_000, budgetCents: 1_000_000, maxHeadcount: 3,
  headcountBasis: 'employees', eligibleServiceCodes: ['laundry-ironing'], opensAt: START, closesAt: '2026-07-01T00:00:00.000Z',
};
const other: CallTerms = { ...mine, title: 'Altro', incentiveBasisPoints: 3_000, firmCapCents: 20_000, personCapCents: 30_000, closesAt: '2027-01-01T00:00:00.000Z', eligibleServiceCodes: ['laundry-ironing', 'babysitting'] };
const REAL: ReadonlyMap<string, CallTerms> = new Map([[MINE, mine], [OTHER, other]]);

/** Somebody of one of five firms buys, or one of the earlier purchases ends. */
const happening = fc.oneof(
  { weight: 4, arbitrary: fc.record({ firm: fc.integer({ min: 0, max: 4 }), person: fc.integer({ min: 0, max: 3 }), priceCents: fc.integer({ min: 1, max: 12_000 }), service: fc.constantFrom('laundry-ironing', 'babysitting') }) },
  { weight: 1, arbitrary: fc.record({ ends: fc.nat(), how: fc.constantFrom('given-back' as const, 'settled' as const) }) },
);
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

/** Firms 0 to 3 have a grant of the call, firms 2 to 4 one of another; the last one's Comune isn't known. */
const allotmentsOf = (firm: number) =>
  [...(firm <= 3 ? [{ callId: MINE, grantedCents: 40_000 }] : []), ...(firm >= 2 ? [{ callId: OTHER, grantedCents: 20_000 }] : [])].map(({ callId, grantedCents }) => ({ callId, grantedCents, allotmentId: `alt_${callId}${firm}` }));

/** What really happens: each purchase is quoted on what is left by then, and recorded. */
function past(happenings: readonly Happening[]): PastPurchase[] {
  const steps: PastPurchase[] = [];
  const live: { purchaseId: string; allotmentId?: string | undefined; callId?: string | undefined; personId: string; cents: number; isOver: boolean }[] = [];
  happenings.forEach((one, n) => {
    if ('ends' in one) {
      const found = live.filter(({ isOver }) => !isOver)[one.ends % Math.max(1, live.length)];
      if (!found) return;
      found.isOver = true;
      if (one.how === 'given-back') found.cents = 0;
      steps.push({ kind: one.how, purchaseId: found.purchaseId });
      return;
    }
    const personId = `per_${one.firm}x${one.person}`;
    const sum = (mineOnly: (purchase: (typeof live)[number]) => boolean): number => live.filter(mineOnly).reduce((total, { cents }) => total + cents, 0);
    const allotments = allotmentsOf(one.firm).map(({ allotmentId, callId, grantedCents }) => ({
      allotmentId, callId,
      freeCents: grantedCents - sum((bought) => bought.allotmentId === allotmentId),
      personUsedCents: sum((bought) => bought.callId === callId && bought.personId === personId),
      ...(one.firm < 4 && { municipality: ['E648', 'F205'][one.firm % 2]! }),
    }));
    const at = addMs(START, (n * 200 * DAY_MS) / 1_000);
    const available = allotments.map(({ freeCents, ...rest }) => ({ ...rest, allotmentFreeCents: freeCents, terms: REAL.get(rest.callId)! }));
    const { incentive, incentiveCents } = whoPaysWhat(one.priceCents, one.service, available, at);
    const purchaseId = `pur_${n}`;
    live.push({ purchaseId, personId, cents: incentiveCents, isOver: false, allotmentId: incentive?.allotmentId, callId: incentive?.callId });
    steps.push({ kind: 'requested', purchaseId, firmId: `com_${one.firm}`, personId, at, priceCents: one.priceCents, incentiveCents, allotmentId: incentive?.allotmentId, callId: incentive?.callId, quotedOn: { serviceCode: one.service, allotments } });
  });
  return steps;
}

function trialOf(steps: readonly PastPurchase[], changes: Partial<CallTerms>) {
  const trial = new PurchaseRuleTrial(MINE, (callId) => (callId === MINE ? { ...mine, ...changes } : REAL.get(callId)));
  for (const step of steps) trial.take(step);
  return trial.outcome();
}

/** Written apart: adds up again all that was given so far for each purchase, from grants and caps; nothing of what was recorded but price and service. */
function naive(steps: readonly PastPurchase[], rule: CallTerms): { purchases: number; cents: number; people: number; firms: number } {
  const given: { purchaseId: string; firmId: string; personId: string; call: string; cents: number }[] = [];
  for (const step of steps) {
    if (step.kind === 'given-back') {
      const at = given.findIndex(({ purchaseId }) => purchaseId === step.purchaseId);
      if (at >= 0) given.splice(at, 1);
    }
    if (step.kind !== 'requested') continue;
    let best = { call: '', cents: 0 };
    for (const [call, terms] of [[MINE, rule], [OTHER, other]] as const) {
      const firm = Number(step.firmId.slice(-1));
      if (call === MINE ? firm > 3 : firm < 2) continue;
      if (step.at < terms.opensAt || step.at >= terms.closesAt || !terms.eligibleServiceCodes.includes(step.quotedOn.serviceCode)) continue;
      if (terms.minSpendCents !== undefined && step.priceCents < terms.minSpendCents) continue;
      let firmLeft = call === MINE ? 40_000 : 20_000;
      let personLeft = terms.personCapCents;
      for (const one of given) {
        if (one.call === call && one.firmId === step.firmId) firmLeft -= one.cents;
        if (one.call === call && one.personId === step.personId) personLeft -= one.cents;
      }
      const share = Math.floor((step.priceCents * terms.incentiveBasisPoints) / 10_000 + 0.5);
      const cents = Math.min(share, terms.orderCapCents ?? share, firmLeft, Math.max(0, personLeft));
      if (cents > best.cents) best = { call, cents };
    }
    if (best.cents > 0) given.push({ purchaseId: step.purchaseId, firmId: step.firmId, personId: step.personId, ...best });
  }
  const ofMine = given.filter(({ call }) => call === MINE);
  return { purchases: ofMine.length, cents: ofMine.reduce((sum, { cents }) => sum + cents, 0), people: new Set(ofMine.map(({ personId }) => personId)).size, firms: new Set(ofMine.map(({ firmId }) => firmId)).size };
}

describe('trying a rule on purchases', () => {
  const story = fc.sample(fc.array(happening, { minLength: 1_250, maxLength: 1_250 }), { numRuns: 1, seed: 8 })[0]!;

  it('under the rule that was, says what really happened, to the cent and the Comune', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 300 }), (happenings) => {
        const { actual, tried } = trialOf(past(happenings), {});
        expect(tried).toEqual(actual);
      }),
      { numRuns: 60 },
    );
  });

  it.each<[string, Partial<CallTerms>]>([
    ['a lower percentage', { incentiveBasisPoints: 2_500 }],
    ['the whole price', { incentiveBasisPoints: 10_000 }],
    ['a smaller cap of a person', { personCapCents: 4_000 }],
    ['a larger cap of a person', { personCapCents: 100_000 }],
    ['a cap of an order', { orderCapCents: 1_500 }],
    ['a least spending', { minSpendCents: 3_000 }],
    ['another service', { eligibleServiceCodes: ['babysitting'] }],
  ])('%s: a thousand purchases come to what a second, naive implementation says', (_what, changes) => {
    const steps = past(story);
    expect(steps.filter(({ kind }) => kind === 'requested').length).toBeGreaterThan(900);
    const { actual, tried } = trialOf(steps, changes);
    const { byMunicipality, ...sums } = tried;
    expect(sums).toEqual(naive(steps, { ...mine, ...changes }));
    expect(tried).not.toEqual(actual);
    expect([byMunicipality.reduce((sum, { cents }) => sum + cents, 0), byMunicipality.reduce((sum, { purchases }) => sum + purchases, 0)]).toEqual([tried.cents, tried.purchases]);
  });
});
