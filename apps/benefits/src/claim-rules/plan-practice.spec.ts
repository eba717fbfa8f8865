import { claimTermsOn } from './claim-rules.table';
import { strictest, tightened } from '../domain/plan-practice';

const table = claimTermsOn('2026-09-01');

describe('a plan’s practice', () => {
  it('tightens the table’s terms', () => {
    const all = { payerMustBeEmployee: true, currentYearOnly: true, noCash: true, dependentOnly: true, twoPersonsFromCents: 20_000 };
    expect(tightened(table, all)).toMatchObject({ payerMustBeEmployee: true, previousYearAdmitted: false, cashAdmitted: false, strictDependency: true, twoPersonsFromCents: 20_000 });
  });

  it('makes nothing laxer, and changes nothing where it says nothing', () => {
    expect(tightened(table)).toEqual(table);
    const strict = { ...table, previousYearAdmitted: false, cashAdmitted: false, payerMustBeEmployee: true, strictDependency: true };
    expect(tightened(strict, { payerMustBeEmployee: false, currentYearOnly: false, noCash: false, dependentOnly: false, twoPersonsFromCents: 900_000 })).toEqual(strict);
  });

  it('of several plans that would pay is the strictest of each', () => {
    expect(strictest([{ noCash: true, twoPersonsFromCents: 50_000 }, { currentYearOnly: true, twoPersonsFromCents: 20_000 }, {}])).toEqual({ noCash: true, currentYearOnly: true, twoPersonsFromCents: 20_000 });
    expect(strictest([{}, {}])).toBeUndefined();
  });
});
