import { closingDaysOf, dayOf, hoursOf, typedDay, typedWeek } from './week';

describe('opening hours as they are typed', () => {
  it('are read in the ways in which people write them, in their order', () => {
    expect(dayOf('')).toEqual([]);
    expect(dayOf('14-18, 8.30 - 12:30')).toEqual([{ from: '08:30', to: '12:30' }, { from: '14:00', to: '18:00' }]);
    expect(dayOf('20:00-24:00')).toEqual([{ from: '20:00', to: '24:00' }]);
  });

  it('are refused where they overlap, end before they begin or are more than a day has', () => {
    for (const typed of ['8', '8-7', '8-8', '8-12, 11-13', '8-25', '8:75-9', 'mattina', '20-24:30', '1-2,3-4,5-6,7-8,9-10,11-12,13-14']) expect([typed, dayOf(typed)]).toEqual([typed, undefined]);
  });

  it('make a week that reads back as it was', () => {
    const hours = [{ weekday: 1, from: '08:30', to: '12:30' }, { weekday: 1, from: '14:00', to: '18:00' }, { weekday: 7, from: '00:00', to: '02:00' }];
    expect(hoursOf(typedWeek(hours))).toEqual(hours);
  });

  it('have closing days that the calendar has', () => {
    expect(closingDaysOf('24/12/2026, 2026-08-15\n 24/12/2026')).toEqual(['2026-08-15', '2026-12-24']);
    expect(closingDaysOf(' ')).toEqual([]);
    expect([closingDaysOf('30/02/2026'), closingDaysOf('natale'), closingDaysOf('29/02/2027')]).toEqual([undefined, undefined, undefined]);
    expect(typedDay('2026-12-24')).toBe('24/12/2026');
  });
});
