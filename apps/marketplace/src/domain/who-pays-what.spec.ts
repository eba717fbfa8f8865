import * as fc from 'fast-check';
import { incentiveOf, ownSharesOf, sharesOf, whoPaysWhat, type AvailableIncentive } from './who-pays-what';

const AT = '2026-06-01T08:00:00.000Z';

const incentive = (more: Partial<AvailableIncentive['terms']> & { free?: number; used?: number; id?: string } = {}): AvailableIncentive => {
  const { free = 100_000, used = 0, id = 'alt_1', ...terms } = more;
  return {
    allotmentId: id,
    callId: 'cal_1',
    allotmentFreeCents: free,
    personUsedCents: used,
    terms: {
      title: 'Tempo ritrovato',
      incentiveBasisPoints: 7_000,
      firmCapCents: 100_000,
      personCapCents: 50_000,
      budgetCents: 5_000_000,
      maxHeadcount: 3,
      headcountBasis: 'employees',
      eligibleServiceCodes: ['laundry-ironing'],
      opensAt: '2026-01-01T00:00:00.000Z',
      closesAt: '2027-01-01T00:00:00.000Z',
      ...terms,
    },
  };
};

describe('who pays what', () => {
  it('gives 28,00 from the call and 12,00 from credit for ironing at 40,00', () => {
    const pays = whoPaysWhat(4_000, 'laundry-ironing', [incentive()], AT);
    expect(sharesOf(pays)).toEqual([
      { source: 'incentive', amountCents: 2_800 },
      { source: 'credit', amountCents: 1_200 },
    ]);
  });

  it('leaves to an owner, who has no account, what the call doesn’t give; one of nothing is left out', () => {
    const { incentiveCents } = whoPaysWhat(4_000, 'laundry-ironing', [incentive()], AT);
    expect(ownSharesOf(4_000, incentiveCents)).toEqual([
      { source: 'incentive', amountCents: 2_800 },
      { source: 'own', amountCents: 1_200 },
    ]);
    expect(ownSharesOf(4_000, 0)).toEqual([{ source: 'own', amountCents: 4_000 }]);
    expect(ownSharesOf(4_000, 4_000)).toEqual([{ source: 'incentive', amountCents: 4_000 }]);
  });

  it('leaves VAT out where it isn’t eligible, keeps to the cap of an order, and gives nothing below the least spending', () => {
    // 40,00 with 22% VAT are 32,79 without, of which 70% are 22,95.
    expect(incentiveOf(incentive({ excludedVatBasisPoints: 2_200 }), 4_000)).toBe(2_295);
    expect(incentiveOf(incentive({ orderCapCents: 2_000 }), 4_000)).toBe(2_000);
    expect(incentiveOf(incentive({ orderCapCents: 2_000, free: 1_500 }), 4_000)).toBe(1_500);
    expect(incentiveOf(incentive({ minSpendCents: 4_001 }), 4_000)).toBe(0);
    expect(incentiveOf(incentive({ minSpendCents: 4_000 }), 4_000)).toBe(2_800);
  });

  it('rounds the share half up to the cent', () => {
    expect(incentiveOf(incentive(), 1_005)).toBe(704);
    expect(incentiveOf(incentive({ incentiveBasisPoints: 5_000 }), 1)).toBe(1);
  });

  it.each([
    ['what the firm has left', { free: 1_000 }, 1_000],
    ['what the person has left', { used: 49_500 }, 500],
    ['a person’s cap that is used up', { used: 60_000 }, 0],
  ])('stays within %s', (_, more, expected) => {
    expect(whoPaysWhat(4_000, 'laundry-ironing', [incentive(more)], AT).incentiveCents).toBe(expected);
  });

  it.each([
    ['another service', 'parcels', AT],
    ['a call that is not open yet', 'laundry-ironing', '2025-12-31T23:59:59.999Z'],
    ['a call that is closed', 'laundry-ironing', '2027-01-01T00:00:00.000Z'],
  ])('leaves all to credit for %s', (_, service, at) => {
    expect(whoPaysWhat(4_000, service, [incentive()], at)).toEqual({ incentiveCents: 0, creditCents: 4_000 });
  });

  it('takes the allotment that gives most; of equals, the call that closes first', () => {
    const poor = incentive({ id: 'alt_poor', free: 100, closesAt: '2026-07-01T00:00:00.000Z' });
    const later = incentive({ id: 'alt_later', closesAt: '2026-12-01T00:00:00.000Z' });
    const sooner = incentive({ id: 'alt_sooner', closesAt: '2026-09-01T00:00:00.000Z' });
    expect(whoPaysWhat(4_000, 'laundry-ironing', [poor, later, sooner], AT).incentive?.allotmentId).toBe('alt_sooner');
  });

  it('always pays the price exactly, and never from a cap that has not got it (property)', () => {
    const cents = fc.integer({ min: 0, max: 200_000 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), cents, cents, fc.integer({ min: 1, max: 10_000 }), (price, free, used, basisPoints) => {
        const { incentiveCents, creditCents } = whoPaysWhat(price, 'laundry-ironing', [incentive({ free, used, incentiveBasisPoints: basisPoints })], AT);
        expect(incentiveCents + creditCents).toBe(price);
        expect(incentiveCents).toBeGreaterThanOrEqual(0);
        expect(creditCents).toBeGreaterThanOrEqual(0);
        expect(incentiveCents).toBeLessThanOrEqual(Math.min(free, Math.max(0, 50_000 - used)));
      }),
    );
  });
});
