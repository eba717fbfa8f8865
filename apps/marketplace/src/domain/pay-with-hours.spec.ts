import { creditAdded, creditHeld, creditReleased, residueSettled, type Envelope } from '@salvatempo/contracts';
import { accountHours, type AccountHoursRow } from '../quote-purchase/account-hours.projection';
import { chosenMinutes, hoursFor, type KnownHours } from './pay-with-hours';

const AT = '2026-09-01T08:00:00.000Z';
const lot = (more: Partial<KnownHours> = {}): KnownHours => ({ lotId: 'lot_1', letters: ['f-bis'], freeMinutes: 120, hourCents: 2_000, validFrom: '2026-01-01T00:00:00.000Z', validUntil: '2026-12-31T22:59:59.999Z', ...more });
const asked = { priceCents: 2_000, creditCents: 2_000, durationMinutes: 60, letter: 'f-bis' };

describe('whether hours pay', () => {
  it('is asked where an offer is sold by time, credit pays some of it, and there are hours', () => {
    expect(hoursFor([lot()], asked, AT)).toEqual({ minutes: 60, spendableMinutes: 120, isEnough: true });
    expect(hoursFor([lot()], { ...asked, durationMinutes: undefined }, AT)).toBeUndefined();
    expect(hoursFor([lot()], { ...asked, creditCents: 0 }, AT)).toBeUndefined();
    expect(hoursFor([], asked, AT)).toBeUndefined();
  });

  it('takes of the duration the part that credit pays of the price', () => {
    expect(hoursFor([lot()], { ...asked, creditCents: 600 }, AT)?.minutes).toBe(18);
  });

  it.each([
    ['another letter', { letters: ['c.3'] }],
    ['not begun', { validFrom: '2026-10-01T00:00:00.000Z' }],
    ['ended', { validUntil: '2026-08-31T21:59:59.999Z' }],
    ['an hour worth less than the service’s', { hourCents: 1_999 }],
  ])('no with %s', (_, more) => expect(hoursFor([lot(more)], asked, AT)).toEqual({ minutes: 60, spendableMinutes: 0, isEnough: false }));

  it('no with too few minutes, and says how many there are', () => expect(hoursFor([lot({ freeMinutes: 59 })], asked, AT)).toMatchObject({ spendableMinutes: 59, isEnough: false }));
});

describe('what pays', () => {
  const enough = { minutes: 60, spendableMinutes: 120, isEnough: true };
  it.each([
    [enough, undefined, 60],
    [enough, 'hours', 60],
    [enough, 'euro', undefined],
    [{ ...enough, isEnough: false }, 'hours', undefined],
    [undefined, 'hours', undefined],
  ] as const)('with %j, asked for %s: %s minutes', (option, payWith, minutes) => expect(chosenMinutes(option, payWith)).toBe(minutes));
});

describe('the hours that quotes know of an account', () => {
  const terms = { amountCents: 4_000, letter: 'f-bis', origin: 'plan', validFrom: '2026-01-01T00:00:00.000Z', validUntil: '2026-12-31T22:59:59.999Z' };
  const after = (row: AccountHoursRow | undefined, { type }: { readonly type: string }, data: object): AccountHoursRow | undefined => accountHours.on[type]!(row, { type, data: { accountId: 'acc_1', ...data } } as unknown as Envelope);
  const given = after(undefined, creditAdded, { lotId: 'lot_1', lot: { ...terms, unit: 'HOUR', hours: { minutes: 120, hourCents: 2_000 } } });
  const share = { lotId: 'lot_1', minutes: 50, amountCents: 1_600 };

  it('aren’t touched by euros', () => {
    expect(after(undefined, creditAdded, { lotId: 'lot_2', lot: { ...terms, unit: 'EUR' } })).toBeUndefined();
    expect(after(given, creditHeld, { lots: [{ lotId: 'lot_2', amountCents: 100 }] })).toEqual(given);
  });

  it('follow what is held, comes back with grace, and goes on', () => {
    const held = after(given, creditHeld, { lots: [share] });
    expect(held?.lots).toEqual([lot({ freeMinutes: 70 })]);
    const back = after(held, creditReleased, { lots: [share], extendedLotIds: ['lot_1'], extendedUntil: '2027-02-28T22:59:59.999Z' });
    expect(back?.lots).toEqual([lot({ validUntil: '2027-02-28T22:59:59.999Z' })]);
    const to = { lotId: 'lot_3', lot: { ...terms, unit: 'HOUR', letters: ['f', 'f-bis'], hours: { minutes: 120, hourCents: 2_000 } } };
    expect(after(given, residueSettled, { lotId: 'lot_1', minutes: 120, amountCents: 4_000, to })?.lots).toEqual([lot({ freeMinutes: 0 }), lot({ lotId: 'lot_3', letters: ['f', 'f-bis'] })]);
  });
});
