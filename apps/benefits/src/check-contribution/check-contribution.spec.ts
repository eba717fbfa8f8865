import { checkedContribution } from '../domain/contribution-limit';
import { explained } from './check-contribution.controller';
import { ContributionLimits } from './contribution-limits.table';

const limits = new ContributionLimits();

describe('a contribution to a pension or health fund', () => {
  it.each([['pension', 2025, 516_457], ['pension', 2026, 530_000], ['pension', 2030, 530_000], ['health', 2026, 361_520]] as const)('(%s) is exempt in %i up to %i cents', (kind, year, cents) => expect(limits.of(kind, year)?.limitCents).toBe(cents));

  it('has no rule for a year before the table', () => expect(limits.of('health', 2015)).toBeUndefined());

  it('up to the limit exactly leaves nothing and is exempt; a cent more is refused, where the table says so', () => {
    const row = limits.of('pension', 2026)!;
    expect(checkedContribution(30_000, 500_000, row)).toEqual({ allowed: true, exemptCents: 30_000, taxableCents: 0, leftCents: 0 });
    expect(checkedContribution(30_001, 500_000, row)).toEqual({ allowed: false, exemptCents: 30_000, taxableCents: 1, leftCents: 30_000 });
    expect(checkedContribution(1, 600_000, row)).toMatchObject({ allowed: false, exemptCents: 0, taxableCents: 1, leftCents: 0 });
  });

  it('is taxed above the limit alone, never whole, where the table lets it', () => {
    expect(checkedContribution(50_000, 500_000, { limitCents: 530_000, aboveLimit: 'taxable' })).toEqual({ allowed: true, exemptCents: 30_000, taxableCents: 20_000, leftCents: 0 });
  });

  it('says by which row and norm, and how much is left', () => {
    const row = limits.of('pension', 2026)!;
    const [rule, above, left] = explained(2026, row, checkedContribution(30_001, 500_000, row));
    expect(rule).toContain('5.300,00 € (tabella contribution-limits, riga dal 2026; L. 199/2025 c. 201; fonte da commenti alla norma)');
    expect([above, left]).toEqual(['0,01 € sono oltre il limite: la parte oltre non si può versare tramite il piano.', 'Restano 300,00 €. I versamenti da un premio convertito non consumano questo limite.']);
  });
});
