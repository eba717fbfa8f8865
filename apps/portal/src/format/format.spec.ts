/// <reference types="jest" />
import { day, daysLater, fieldDate, month, romeInstant, romeInstantAt } from './dates';
import { basisPointsOf, centsOf, money, percent } from './money';

const plain = (text: string): string => text.replace(/\s/g, ' ');

describe('amounts', () => {
  it.each([
    [123_450, '1.234,50 €'],
    [4_000, '40,00 €'],
    [0, '0,00 €'],
    [5_000_000, '50.000,00 €'],
  ])('writes %i cents as %s', (cents, text) => expect(plain(money(cents))).toBe(text));

  it('writes shares', () => expect(plain(percent(7_000))).toBe('70%'));

  it.each([
    ['100', 10_000],
    ['100,5', 10_050],
    ['1.234,50', 123_450],
    ['1.234', 123_400],
    ['1234.5', 123_450],
    [' 50.000 € ', 5_000_000],
    ['12,345', undefined],
    ['-3', undefined],
    ['', undefined],
    ['dieci', undefined],
  ])('reads %j as %p cents', (typed, cents) => expect(centsOf(typed)).toBe(cents));
});

describe('days, always in Rome', () => {
  it('writes the day', () => {
    expect(day('2026-11-23T12:00:00Z')).toBe('lun 23 nov 2026');
    expect(day('2026-11-22T23:30:00Z')).toBe('lun 23 nov 2026');
    expect(month('2026-11')).toBe('novembre 2026');
  });

  it('finds the edges of a day in summer, in winter and across the change', () => {
    expect(romeInstant('2026-07-01', 'start')).toBe('2026-06-30T22:00:00.000Z');
    expect(romeInstant('2026-12-31', 'end')).toBe('2026-12-31T22:59:59.000Z');
    expect(romeInstant('2026-10-25', 'start')).toBe('2026-10-24T22:00:00.000Z');
    expect(romeInstant('2026-10-25', 'end')).toBe('2026-10-25T22:59:59.000Z');
  });

  it('finds an hour of Rome', () => expect([romeInstantAt('2026-07-01T18:00'), romeInstantAt('2026-12-01T18:00')]).toEqual(['2026-07-01T16:00:00.000Z', '2026-12-01T17:00:00.000Z']));

  it('counts days', () => {
    expect(fieldDate('2026-12-31T23:30:00Z')).toBe('2027-01-01');
    expect(daysLater('2026-12-31', 1)).toBe('2027-01-01');
  });
});

describe('what somebody typed as percent', () => {
  it.each([['70', 7_000], ['1', 100], ['100', 10_000], ['33,33', 3_333], ['12.5', 1_250], ['0,5', undefined], ['101', undefined], ['1,234', undefined], ['', undefined], ['70%', undefined]])('%j is %p basis points', (typed, basisPoints) => expect(basisPointsOf(typed)).toBe(basisPoints));
});
