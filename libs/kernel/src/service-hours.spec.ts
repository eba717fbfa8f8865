import * as fc from 'fast-check';
import { formatHours, isWorthEnough, minutesFor, minutesWorth, takeHours, worthOf, worthOfAll, type HourLot } from './service-hours';

const lot = (lotId: string, freeMinutes: number, hourCents: number, validUntil = '2026-12-31T22:59:59.999Z'): HourLot => ({ lotId, freeMinutes, hourCents, validUntil });

describe('what hours are worth', () => {
  it.each([[60, 2_000, 2_000], [50, 2_000, 1_667], [1, 60, 1], [59, 61, 60]])('%i minutes at %i cents an hour: %i', (minutes, hourCents, cents) => expect(worthOf(minutes, hourCents)).toBe(cents));

  it('is rounded once for all of them: less than a cent above what they are, and never more than lot by lot', () => {
    const some = fc.array(fc.record({ minutes: fc.nat(60_000), hourCents: fc.integer({ min: 60, max: 100_000 }) }), { maxLength: 8 });
    fc.assert(fc.property(some, (all) => {
      const [worth, sixtieths] = [worthOfAll(all), all.reduce((sum, { minutes, hourCents }) => sum + minutes * hourCents, 0)];
      expect(worth * 60 - sixtieths).toBeGreaterThanOrEqual(0);
      expect(worth * 60 - sixtieths).toBeLessThan(60);
      expect(worth).toBeLessThanOrEqual(all.reduce((sum, { minutes, hourCents }) => sum + worthOf(minutes, hourCents), 0));
    }));
  });

  it('has whatever price hours may pay, and what must be left behind the rest of them', () => {
    const lots = fc.array(fc.record({ minutes: fc.integer({ min: 1, max: 6_000 }), hourCents: fc.integer({ min: 60, max: 5_000 }), at: fc.double({ min: 0, max: 1, noNaN: true }) }), { minLength: 1, maxLength: 6 });
    fc.assert(fc.property(lots, (all) => {
      const taken = all.map(({ minutes, hourCents, at }) => ({ minutes: Math.floor(minutes * at), hourCents }));
      const most = Math.floor(taken.reduce((sum, { minutes, hourCents }) => sum + minutes * hourCents, 0) / 60);
      const rest = all.map(({ minutes, hourCents }, n) => ({ minutes: minutes - taken[n]!.minutes, hourCents }));
      expect(worthOfAll(all) - worthOfAll(rest)).toBeGreaterThanOrEqual(most);
    }));
  });
});

describe('the minutes that an offer takes', () => {
  it.each([[60, 2_000, 2_000, 60], [60, 600, 2_000, 18], [60, 1, 2_000, 1], [60, 0, 2_000, 0], [90, 1_001, 3_000, 31]])('%i minutes of which %i of %i cents are paid: %i', (duration, part, price, minutes) => expect(minutesFor(duration, part, price)).toBe(minutes));

  it('are worth the part that they pay, wherever the whole duration is worth the price', () => {
    const hours = fc.record({ duration: fc.integer({ min: 1, max: 6_000 }), hour: fc.integer({ min: 60, max: 100_000 }), at: fc.double({ min: 0, max: 1, noNaN: true }), part: fc.double({ min: 0, max: 1, noNaN: true }) });
    fc.assert(fc.property(hours, ({ duration, hour, at, part }) => {
      const price = Math.max(1, Math.floor(((duration * hour) / 60) * at));
      const paid = Math.floor(price * part);
      expect(minutesFor(duration, paid, price) * hour).toBeGreaterThanOrEqual(paid * 60);
    }));
  });
});

describe('lots that pay hours', () => {
  it('pay in the order of their ends, and leave out those whose hour is worth less than the service’s', () => {
    const lots = [lot('b', 120, 2_000), lot('a', 30, 2_000, '2026-10-31T22:59:59.999Z'), lot('cheap', 600, 1_999, '2026-09-30T21:59:59.999Z')];
    expect(takeHours(lots, 60, 2_000)).toEqual([{ lotId: 'a', minutes: 30, amountCents: 1_000 }, { lotId: 'b', minutes: 30, amountCents: 1_000 }]);
    expect(takeHours(lots, 60, 1_500)).toEqual([{ lotId: 'cheap', minutes: 60, amountCents: 1_500 }]);
    expect(takeHours(lots, 151, 5_033)).toBeUndefined();
  });

  it('pay a price that no lot could share out in whole cents', () => {
    const lots = [lot('a', 50, 2_000, '2026-10-31T22:59:59.999Z'), lot('b', 10, 2_000)];
    expect(takeHours(lots, 60, 2_000)).toEqual([{ lotId: 'a', minutes: 50, amountCents: 1_666 }, { lotId: 'b', minutes: 10, amountCents: 334 }]);
    const thirds = ['a', 'b', 'c'].map((lotId) => lot(lotId, 20, 2_000));
    expect(takeHours(thirds, 60, 2_000)?.map(({ amountCents }) => amountCents)).toEqual([666, 667, 667]);
    expect(takeHours([lot('a', 30, 2_500), lot('b', 30, 2_000)], 60, 2_000)?.map(({ amountCents }) => amountCents)).toEqual([1_250, 750]);
  });

  it('pay wherever there are minutes enough of lots that are worth enough, the whole of both, and no more than they are worth', () => {
    const some = fc.array(fc.record({ free: fc.nat(300), hour: fc.integer({ min: 60, max: 5_000 }) }), { maxLength: 5 });
    fc.assert(fc.property(some, fc.integer({ min: 1, max: 600 }), fc.nat(20_000), (all, minutes, cents) => {
      const lots = all.map(({ free, hour }, n) => lot(`lot_${n}`, free, hour));
      const shares = takeHours(lots, minutes, cents);
      expect(shares !== undefined).toBe(minutesWorth(lots, minutes, cents) >= minutes);
      if (!shares) return;
      expect(shares.reduce((sum, share) => sum + share.minutes, 0)).toBe(minutes);
      expect(shares.reduce((sum, share) => sum + share.amountCents, 0)).toBe(cents);
      const fromOf = ({ lotId }: { readonly lotId: string }) => lots.find((one) => one.lotId === lotId)!;
      expect(cents * 60).toBeLessThanOrEqual(shares.reduce((sum, share) => sum + share.minutes * fromOf(share).hourCents, 0));
      for (const share of shares) {
        const from = fromOf(share);
        expect(share.minutes <= from.freeMinutes && share.amountCents <= worthOf(share.minutes, from.hourCents) && isWorthEnough(from, minutes, cents)).toBe(true);
      }
    }));
  });
});

it.each([[0, '0 ore'], [1, '1 minuto'], [45, '45 minuti'], [60, '1 ora'], [61, '1 ora e 1 minuto'], [210, '3 ore e 30 minuti'], [72_000, '1.200 ore']])('%i minutes are %s', (minutes, text) => expect(formatHours(minutes)).toBe(text));
