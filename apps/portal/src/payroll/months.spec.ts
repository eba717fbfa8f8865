import { monthsToClose, yearsToTake } from './months';

describe('months that can be closed', () => {
  it('are a year’s, this one first, across the turn of the year', () => {
    const months = monthsToClose('2027-02-15', undefined);
    expect([months.length, ...months.slice(0, 3)]).toEqual([12, '2027-02', '2027-01', '2026-12']);
  });

  it('come after the last one closed', () => {
    expect(monthsToClose('2027-02-15', '2026-12')).toEqual(['2027-02', '2027-01']);
    expect(monthsToClose('2027-02-15', '2027-02')).toEqual([]);
  });
});

describe('years whose file can be taken', () => {
  it('are over since 12 January, and their December is closed', () => {
    expect(yearsToTake('2027-01-12', '2026-12')).toEqual([2025, 2024]);
    expect(yearsToTake('2027-01-13', '2026-12')).toEqual([2026, 2025, 2024]);
    expect(yearsToTake('2027-01-13', '2026-11')).toEqual([2025, 2024]);
    expect(yearsToTake('2027-01-13', undefined)).toEqual([]);
  });
});
