import type { Spending } from './spending';
import { indicatorsOf, type DeclaredWork, type IndicatorFacts, type PersonFacts } from './indicators';

const used = (personId: string, n: number, stage: Spending['stage'] = 'paid', providerId = 'prv_1'): Spending => ({
  purchaseId: `pur_${n}`, firmId: 'com_1', personId, providerId, title: 'Stireria', serviceCode: 'laundry-ironing', totalCents: 4_000, incentiveCents: 2_800, creditCents: 1_200, stage, voucherId: `vou_${n}`,
});
const known = (sex: PersonFacts['sex'], minors?: number): PersonFacts => ({ sex, minors });
const facts = (more: Partial<IndicatorFacts> = {}): IndicatorFacts => ({ spendings: [], employeesOf: new Map(), people: new Map(), work: [], plansOpened: 0, ...more });
const work = (month: string, posts: number, hours: number, more: Partial<DeclaredWork> = {}): DeclaredWork => ({ providerId: 'prv_1', month, women: { posts, hours }, men: { posts: 0, hours: 0 }, ...more });

describe('indicators', () => {
  it('count workers by sex among those who came, each once, and say of how many nobody told', () => {
    const people = new Map([['per_1', known('female')], ['per_2', known('male')], ['per_4', known('female')]]);
    const spendings = [used('per_1', 1), used('per_1', 2, 'redeemed'), used('per_2', 3), used('per_3', 4), used('per_4', 5, 'issued')];
    expect(indicatorsOf(facts({ spendings, people }))).toMatchObject({ people: 3, accesses: 4, workers: { women: 1, men: 1, unknown: 1 } });
  });

  it('count families and minors of those who came, once however often', () => {
    const people = new Map([['per_1', known('female', 2)], ['per_2', known('male', 0)], ['per_3', known('male')]]);
    const spendings = ['per_1', 'per_1', 'per_2', 'per_3'].map((id, n) => used(id, n));
    expect(indicatorsOf(facts({ spendings, people }))).toMatchObject({ families: 2, minors: 2, withoutFamily: 1 });
  });

  it('know nothing of families where nobody who came keeps one, which isn’t none', () => {
    const indicators = indicatorsOf(facts({ spendings: [used('per_1', 1), used('per_2', 2, 'issued')], people: new Map([['per_1', known('female')], ['per_2', known('male', 1)]]) }));
    expect([indicators, indicators.withoutFamily]).toEqual([expect.not.objectContaining({ families: expect.anything() }), 1]);
    expect(indicators).not.toHaveProperty('minors');
    expect(indicatorsOf(facts({ spendings: [used('per_1', 1)], people: new Map([['per_1', known('female', 0)]]) }))).toMatchObject({ families: 1, minors: 0 });
  });

  it('add up what each provider declared month by month, and say who said nothing of extra hours', () => {
    const declared = [work('2026-09', 1, 80), work('2026-10', 0, 90, { extraOpeningHours: 12 }), work('2026-09', 2, 10, { providerId: 'prv_2', men: { posts: 1, hours: 5 } })];
    const { work: byProvider, workCreated, extraOpeningHours } = indicatorsOf(facts({ spendings: [used('per_1', 1), used('per_1', 2, 'requested', 'prv_2')], work: declared }));
    expect(byProvider).toEqual([
      { providerId: 'prv_1', months: 2, women: { posts: 1, hours: 170 }, men: { posts: 0, hours: 0 }, extraOpeningHours: 12 },
      { providerId: 'prv_2', months: 1, women: { posts: 2, hours: 10 }, men: { posts: 1, hours: 5 } },
    ]);
    expect([workCreated, extraOpeningHours]).toEqual([{ women: { posts: 3, hours: 180 }, men: { posts: 1, hours: 5 } }, 12]);
  });

  it('know no work where none was declared, and take none of a provider that the call bought nothing of', () => {
    for (const declared of [[], [work('2026-09', 5, 500, { providerId: 'prv_9' })]]) {
      const indicators = indicatorsOf(facts({ spendings: [used('per_1', 1)], work: declared }));
      expect([indicators.work, 'workCreated' in indicators, 'extraOpeningHours' in indicators]).toEqual([[], false, false]);
    }
    expect(indicatorsOf(facts({ spendings: [used('per_1', 1)], work: [work('2026-09', 0, 0)] })).workCreated).toEqual({ women: { posts: 0, hours: 0 }, men: { posts: 0, hours: 0 } });
  });
});
