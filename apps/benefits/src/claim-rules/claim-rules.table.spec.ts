import { RuleTableError } from '@salvatempo/kernel';
import { claimRules, isWarning } from '../domain/claim-rules';
import { checkedTypes, claimTermsOn, EXPENSE_TYPES, expenseTypeOn, expenseTypesOn, REFUSAL_CODES, refusalOn } from './claim-rules.table';
import { DAY } from './claim.fixture';

const nursery = expenseTypeOn('nido', DAY)!;

describe('the types of expense', () => {
  it('are thirty, each with its letter, on a day of 2026', () => {
    expect(EXPENSE_TYPES).toHaveLength(30);
    expect(expenseTypesOn(DAY)).toHaveLength(30);
    expect([...new Set(expenseTypesOn(DAY).map(({ letter }) => letter))].sort()).toEqual(['c.3', 'd-bis', 'f', 'f-bis', 'f-ter']);
  });

  it('can be reimbursed only by letters that the law reimburses, and nothing of letter f', () => {
    const letters = new Set(expenseTypesOn(DAY).filter(({ reimbursable }) => reimbursable).map(({ letter }) => letter));
    expect([...letters].sort()).toEqual(['c.3', 'd-bis', 'f-bis', 'f-ter']);
  });

  it('ask first for whom the expense is, and last for the declarations', () => {
    expect(nursery.facts).toEqual(['beneficiary', 'relation', 'cohabiting', 'period', 'document', 'aid', 'amount', 'payment', 'declarations']);
    expect(expenseTypeOn('palestra', DAY)!.facts).toEqual([]);
  });

  it.each([
    [{ ...nursery, facts: ['star-sign'] }],
    [{ ...nursery, facts: [] }],
    [{ ...nursery, reimbursable: false }],
    [{ ...nursery, beneficiaries: [] }],
  ])('aren’t loaded where a row can’t be right (%#)', (row) => expect(() => checkedTypes([row])).toThrow(RuleTableError));
});

describe('why a claim is refused', () => {
  it('has the twenty-two codes, each with a rule that is there and texts in both languages', () => {
    expect(REFUSAL_CODES).toHaveLength(22);
    for (const code of REFUSAL_CODES) {
      const row = refusalOn(code, DAY)!;
      expect(Object.keys(claimRules)).toContain(row.rule);
      expect(Math.min(row.it.length, row.en.length)).toBeGreaterThan(30);
      expect(isWarning(row)).toBe(row.kind === 'warning');
    }
  });

  it('has no time without terms', () => expect(() => claimTermsOn('2015-12-31')).toThrow(RuleTableError));
});
