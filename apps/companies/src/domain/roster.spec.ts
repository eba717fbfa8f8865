import { endOf, monthsBeside, overlaps, startOf, type Shift } from './roster';

const shift = (date: string, start: string, end: string): Shift => ({ date, start, end, siteId: 'sit_a' });
const pairs = (...shifts: Shift[]) => overlaps(shifts).map(({ earlier, later }) => `${earlier.date} ${earlier.start} > ${later.date} ${later.start}`);

describe('a shift', () => {
  it.each([
    [shift('2026-12-01', '08:00', '16:00'), '2026-12-01T07:00:00.000Z', '2026-12-01T15:00:00.000Z'],
    [shift('2026-12-31', '22:00', '06:00'), '2026-12-31T21:00:00.000Z', '2027-01-01T05:00:00.000Z'],
    [shift('2026-12-01', '16:00', '00:00'), '2026-12-01T15:00:00.000Z', '2026-12-01T23:00:00.000Z'],
    // Nine hours in the night when summer time ends, seven when it begins.
    [shift('2026-10-24', '22:00', '06:00'), '2026-10-24T20:00:00.000Z', '2026-10-25T05:00:00.000Z'],
    [shift('2027-03-27', '22:00', '06:00'), '2027-03-27T21:00:00.000Z', '2027-03-28T04:00:00.000Z'],
  ])('%j begins and ends when clocks in Rome show it', (one, start, end) => {
    expect([startOf(one), endOf(one)]).toEqual([start, end]);
  });
});

describe('shifts of one person', () => {
  it('may touch', () => {
    expect(pairs(shift('2026-12-01', '08:00', '12:00'), shift('2026-12-01', '12:00', '16:00'), shift('2026-12-01', '22:00', '06:00'), shift('2026-12-02', '06:00', '08:00'))).toEqual([]);
  });

  it('overlap within a day, through midnight, and behind a long one', () => {
    expect(pairs(shift('2026-12-01', '11:59', '16:00'), shift('2026-12-01', '08:00', '12:00'))).toEqual(['2026-12-01 08:00 > 2026-12-01 11:59']);
    expect(pairs(shift('2026-11-30', '22:00', '06:00'), shift('2026-12-01', '05:00', '09:00'))).toEqual(['2026-11-30 22:00 > 2026-12-01 05:00']);
    expect(pairs(shift('2026-12-01', '08:00', '20:00'), shift('2026-12-01', '09:00', '10:00'), shift('2026-12-01', '19:00', '21:00'))).toHaveLength(2);
    expect(pairs(shift('2026-12-01', '08:00', '12:00'), shift('2026-12-01', '08:00', '12:00'))).toHaveLength(1);
  });
});

it('a month lies between two others', () => {
  expect(['2026-12', '2027-01', '2027-02', '2028-03'].map(monthsBeside)).toEqual([['2026-11', '2027-01'], ['2026-12', '2027-02'], ['2027-01', '2027-03'], ['2028-02', '2028-04']]);
});
