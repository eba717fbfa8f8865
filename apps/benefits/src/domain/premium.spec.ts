import { PremiumRules } from '../premium-rules/premium-rules.table';
import { capLeftOf, comparisonOf, netOf, sharesOfPremium, whyNotFavoured } from './premium';
import { yearOfPayment } from './tax-year-end';

const rules = new PremiumRules();
const NEW = '2026-03-01';

describe('a premium in money', () => {
  // ADAPT's bulletin prints 862.70 for 5%: 908.10 less 45.41 is 862.69, and arithmetic is what is kept here.
  it.each([[100, 908, 89_902], [500, 4_541, 86_269], [1_000, 9_081, 81_729]])('of 1,000 euro at %i basis points leaves what arithmetic says', (taxBasisPoints, taxCents, netCents) => {
    expect(netOf(100_000, { contributionsBasisPoints: rules.termsOf(2026)!.contributionsBasisPoints, taxBasisPoints })).toEqual({ grossCents: 100_000, contributionsCents: 9_190, baseCents: 90_810, taxCents, netCents });
  });

  it('has one cap for money and welfare together; the rest is ordinary pay', () => {
    const { capCents } = rules.of('increments', NEW, 2026)!;
    expect(sharesOfPremium(600_000, 0, { favoured: true, capCents })).toEqual({ convertedCents: 0, favouredCents: 500_000, ordinaryCents: 100_000 });
    expect(sharesOfPremium(600_000, 200_000, { favoured: true, capCents })).toEqual({ convertedCents: 200_000, favouredCents: 300_000, ordinaryCents: 100_000 });
    expect(sharesOfPremium(600_000, 500_000, { favoured: true, capCents })).toEqual({ convertedCents: 500_000, favouredCents: 0, ordinaryCents: 100_000 });
    expect(sharesOfPremium(600_000, 0, { favoured: false, capCents })).toEqual({ convertedCents: 0, favouredCents: 0, ordinaryCents: 600_000 });
  });

  it('shares its cap with other employers, which may have used up all of it', () => {
    const shares = (convertedCents: number, otherEmployersCents: number) => sharesOfPremium(600_000, convertedCents, { favoured: true, capCents: 500_000, otherEmployersCents });
    expect(shares(200_000, 100_000)).toEqual({ convertedCents: 200_000, favouredCents: 200_000, ordinaryCents: 200_000 });
    expect(shares(0, 499_999)).toEqual({ convertedCents: 0, favouredCents: 1, ordinaryCents: 599_999 });
    expect([shares(0, 500_000), shares(0, 900_000)].map(({ favouredCents }) => favouredCents)).toEqual([0, 0]);
    expect([0, 499_999, 500_000, 900_000].map((otherEmployersCents) => capLeftOf({ capCents: 500_000, otherEmployersCents }))).toEqual([500_000, 1, 0, 0]);
    expect(capLeftOf({ capCents: 500_000 })).toBe(500_000);
  });

  it('is favoured up to the income limit exactly, where the contract is right and nobody gave it up', () => {
    const rule = rules.of('increments', NEW, 2026)!;
    const why = (more: object) => whyNotFavoured({ contractEligible: true, incomeCents: 8_000_000, waived: false, ...more }, rule);
    expect([why({}), why({ incomeCents: 8_000_001 }), why({ contractEligible: false }), why({ waived: true })]).toEqual([undefined, 'income', 'contract', 'waived']);
  });
});

describe('the table of premiums', () => {
  it.each([
    [2016, 1_000, 200_000, 5_000_000], [2017, 1_000, 300_000, 8_000_000], [2022, 1_000, 300_000, 8_000_000], [2023, 500, 300_000, 8_000_000], [2025, 500, 300_000, 8_000_000],
    [2026, 100, 500_000, 8_000_000], [2027, 100, 500_000, 8_000_000], [2028, 1_000, 300_000, 8_000_000],
  ])('says for %i', (year, taxBasisPoints, capCents, incomeLimitCents) => expect(rules.of('increments', NEW, year)).toMatchObject({ taxBasisPoints, capCents, incomeLimitCents }));

  it('has more for joint involvement, of contracts up to 24 April 2017 alone, and for profits shared in 2025', () => {
    expect([rules.of('joint-involvement', '2017-04-24', 2022)?.capCents, rules.of('joint-involvement', '2017-04-25', 2022)?.capCents]).toEqual([400_000, 300_000]);
    expect([rules.of('profit-sharing', NEW, 2025)?.capCents, rules.of('profit-sharing', NEW, 2024)?.capCents]).toEqual([500_000, 300_000]);
    expect(rules.of('joint-involvement', '2017-04-24', 2026)?.capCents).toBe(500_000);
    expect(rules.of('increments', NEW, 2015)).toBeUndefined();
  });
});

describe('a comparison', () => {
  it('shows the same amount both ways, and what is paid in money whatever is chosen', () => {
    const { cash, welfare, rest } = comparisonOf(100_000, { amountCents: 600_000, favoured: true, capCents: 500_000, taxBasisPoints: 100, contributionsBasisPoints: 919 });
    expect([cash.grossCents, cash.netCents, welfare.grossCents, welfare.netCents]).toEqual([100_000, 89_902, 100_000, 100_000]);
    expect([rest.favoured.grossCents, rest.ordinaryCents, rest.ordinaryBaseCents]).toEqual([400_000, 100_000, 90_810]);
  });
});

describe('the year of what an employer pays', () => {
  it.each([['2027-01-12', 2026, 2026], ['2027-01-13', 2026, 2027], ['2027-01-12', 2027, 2027], ['2027-01-05', 2025, 2027], ['2026-12-31', 2026, 2026], ['2026-06-30', 2025, 2026]])('paid on %s for %i is %i', (paidOn, refersTo, year) =>
    expect(yearOfPayment(paidOn, refersTo)).toBe(year));
});
