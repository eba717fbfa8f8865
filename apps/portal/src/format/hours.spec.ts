import { hours, hoursInWords, minutesOf } from './hours';

describe('hours', () => {
  it('are told in words where they are credit', () => {
    expect([0, 1, 20, 60, 61, 210, 60_000].map((minutes) => hoursInWords(minutes))).toEqual(['0 ore', '1 minuto', '20 minuti', '1 ora', '1 ora e 1 minuto', '3 ore e 30 minuti', '1.000 ore']);
    expect(hoursInWords(61, 'en')).toBe('1 hour and 1 minute');
  });

  it('are written as hours and minutes', () => {
    expect([0, 20, 60, 90, 60_000].map((minutes) => hours(minutes))).toEqual(['0 h', '20 min', '1 h', '1 h 30 min', '1.000 h']);
  });

  it('are read as they are typed, where they are whole minutes', () => {
    expect(['40', '1:30', '1,5', '0.25', ' 2 ', '0:05'].map(minutesOf)).toEqual([2_400, 90, 90, 15, 120, 5]);
    for (const typed of ['', '0', '0:00', '1:60', '1,333', '0,33', '-1', 'due', '1h']) expect([typed, minutesOf(typed)]).toEqual([typed, undefined]);
  });
});
