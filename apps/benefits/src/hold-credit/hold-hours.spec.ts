import { creditAdded, creditHeld, creditRefused, creditReleased, creditSpent, creditWithdrawn, residueSettled, type LotPlan } from '@salvatempo/contracts';
import { PASS_DEADLINE, worthOf, type DomainEvent } from '@salvatempo/kernel';
import { given } from '@salvatempo/testing';
import { figuresOf } from '../domain/account';
import { ACCOUNT, accounts, added, AT, hold, pin, release, run, spend } from '../domain/account.fixture';
import { worthBehind } from '../domain/hour-lots';

const END = '2026-12-31T22:59:59.999Z';

/** A lot of hours at 20,00 € an hour. */
const hours = (lotId: string, minutes: number, more: { hourCents?: number; validUntil?: string; letter?: string; plan?: LotPlan } = {}): DomainEvent => {
  const { hourCents = 2_000, validUntil = END, letter = 'f', plan } = more;
  const lot = { amountCents: worthOf(minutes, hourCents), letter, origin: 'plan' as const, unit: 'HOUR' as const, hours: { minutes, hourCents }, validFrom: '2026-01-01T00:00:00.000Z', validUntil, ...(plan && { plan }) };
  return creditAdded.of({ ...added({ lotId, amountCents: 1 }).data, lot, spendableCents: 0, heldCents: 0, spendableMinutes: minutes, heldMinutes: 0 });
};
const holdHours = (purchaseId: string, minutes: number, amountCents: number, more: object = {}) => hold(purchaseId, amountCents, { minutes, letter: 'f', ...more });
const planOf = (residue: LotPlan['residue']): LotPlan => ({ planId: 'pln_1', version: 1, endsAt: '2028-12-31T22:59:59.999Z', residue, runOutDays: 30 });

describe('hours of an account', () => {
  it('pay a service in minutes, from what expires first, and no euro moves', () => {
    given(accounts, [hours('lot_late', 120), hours('lot_soon', 30, { validUntil: '2026-10-31T22:59:59.999Z' }), added({ lotId: 'lot_eur', amountCents: 9_000, letter: 'f' })])
      .when(holdHours('pur_1', 60, 1_900), { at: AT })
      .then([
        creditHeld.of({
          accountId: ACCOUNT, purchaseId: 'pur_1', amountCents: 1_900, minutes: 60,
          lots: [{ lotId: 'lot_soon', minutes: 30, amountCents: 1_000 }, { lotId: 'lot_late', minutes: 30, amountCents: 900 }],
          letter: 'f', benefitValueCents: 1_900, taxYear: 2026, expiresAt: '2026-09-01T08:15:00.000Z', spendableCents: 9_000, heldCents: 0, spendableMinutes: 90, heldMinutes: 60,
        }),
      ]);
  });

  it('of several lots pay to the last cent, beside hours that another purchase holds, whichever ends first and however it ends', () => {
    const three = [hours('lot_1', 60, { validUntil: '2026-10-31T22:59:59.999Z' }), hours('lot_2', 50, { validUntil: '2026-11-30T22:59:59.999Z' }), hours('lot_3', 10)];
    const holds = [holdHours('pur_1', 10, 333), holdHours('pur_2', 60, 2_000), holdHours('pur_3', 50, 1_666)];
    const ends = [[spend('pur_1'), spend('pur_2'), spend('pur_3')], [spend('pur_3'), spend('pur_2'), spend('pur_1')], [spend('pur_2'), release('pur_1'), spend('pur_3')], [release('pur_2'), spend('pur_3'), spend('pur_1')]];
    for (const end of ends) {
      const { events, state } = run(three, ...holds, ...end);
      expect(events.filter(({ type }) => type === creditRefused.type)).toEqual([]);
      const out = events.flatMap(({ type, data }) => (type === creditSpent.type ? [data as { amountCents: number; freed?: { amountCents: number }[] }] : []));
      const leftCents = out.reduce((left, { amountCents, freed = [] }) => left - amountCents - freed.reduce((sum, one) => sum + one.amountCents, 0), 4_000);
      expect(leftCents).toBe(worthBehind(state));
      expect(out.every(({ freed = [] }) => freed.every(({ amountCents }) => amountCents === 1))).toBe(true);
    }
  });

  it('free at once a cent that rounding leaves where they come beside others', () => {
    const add = (lotId: string, minutes: number) => ({ type: 'add-credit', data: { firmId: 'fir_firm', personId: 'per_person', lotId, lot: { ...(hours(lotId, minutes).data as { lot: object }).lot, runId: 'run_2' } } });
    // 50 minutes and 10 are 1.667 and 334 by themselves, and 2.000 together.
    expect(run([hours('lot_1', 50)], add('lot_2', 10)).events.at(-1)?.data).toMatchObject({ lot: { amountCents: 334 }, freed: [{ lotId: 'lot_2', amountCents: 1, runId: 'run_2' }] });
    expect(run([hours('lot_1', 60)], add('lot_2', 10)).events.at(-1)?.data).not.toHaveProperty('freed');
  });

  it('free the firm’s money of what they were worth above the price', () => {
    const { events, state } = run([hours('lot_1', 60)], holdHours('pur_1', 60, 1_900), pin('pur_1'), spend('pur_1'));
    expect(events.at(-1)).toEqual(creditSpent.of({ accountId: ACCOUNT, purchaseId: 'pur_1', firmId: 'fir_firm', amountCents: 1_900, minutes: 60, lots: [{ lotId: 'lot_1', minutes: 60, amountCents: 1_900 }], freed: [{ lotId: 'lot_1', amountCents: 100 }], spendableCents: 0, heldCents: 0, spendableMinutes: 0, heldMinutes: 0 }));
    expect(state.lots).toEqual([]);
  });

  it('say nothing of money that is free where the price is what they are worth', () => {
    expect(run([hours('lot_1', 90)], holdHours('pur_1', 60, 2_000), spend('pur_1')).events.at(-1)?.data).not.toHaveProperty('freed');
  });

  it.each([
    ['more minutes than there are', 151, 100, '2 ore e 31 minuti', '2 ore e 30 minuti'],
    ['a service whose hour costs more than theirs is worth', 60, 2_001, '1 ora', '0 ore'],
  ])('refuse %s, and say what there is', (_, minutes, cents, needed, there) => {
    given(accounts, [hours('lot_1', 150)]).when(holdHours('pur_1', minutes, cents), { at: AT }).then([creditRefused.of({ accountId: ACCOUNT, purchaseId: 'pur_1', code: 'hours-insufficient', params: { needed, there } })]);
  });

  it('don’t pay under another letter, nor euros, and euros don’t pay hours', () => {
    const refusal = (command: ReturnType<typeof hold>, past: readonly DomainEvent[]): unknown => run(past, command).events.at(-1)?.data;
    expect(refusal(holdHours('pur_1', 10, 1, { letter: 'f-bis' }), [hours('lot_1', 60)])).toMatchObject({ code: 'hours-insufficient' });
    expect(refusal(hold('pur_1', 1, { letter: 'f' }), [hours('lot_1', 60)])).toMatchObject({ code: 'credit-insufficient' });
    expect(refusal(holdHours('pur_1', 10, 1), [added({ lotId: 'lot_1', amountCents: 9_000, letter: 'f' })])).toMatchObject({ code: 'hours-insufficient' });
  });

  it('aren’t spent while the firm is in default and hasn’t paid them', () => {
    given(accounts, [hours('lot_1', 60)]).when(holdHours('pur_1', 60, 2_000, { suspendedLotIds: ['lot_1'] }), { at: AT }).then([creditRefused.of({ accountId: ACCOUNT, purchaseId: 'pur_1', code: 'firm-in-default' })]);
  });

  it('count for the threshold with the price, as euros do', () => {
    const { state } = run([hours('lot_1', 600, { letter: 'c.3' })], holdHours('pur_1', 60, 1_500, { letter: 'c.3' }), spend('pur_1'));
    expect(state.threshold).toEqual({ 2026: { heldCents: 0, usedCents: 1_500 } });
    expect(run([hours('lot_1', 6_000, { letter: 'c.3' })], holdHours('pur_1', 6_000, 100_001, { letter: 'c.3' })).events.at(-1)?.data).toMatchObject({ code: 'fringe-threshold-exceeded' });
  });

  it('come back to their lot, which lives on once where it ended meanwhile', () => {
    const later = '2027-01-10T08:00:00.000Z';
    const backed = { type: release('pur_1').type, data: { accountId: ACCOUNT, purchaseId: 'pur_1', extendedUntil: '2027-02-28T22:59:59.999Z' } };
    const { events, state } = run([hours('lot_1', 60)], holdHours('pur_1', 45, 1_500), pin('pur_1'), later, backed);
    expect(events.at(-1)).toEqual(creditReleased.of({ accountId: ACCOUNT, purchaseId: 'pur_1', amountCents: 1_500, minutes: 45, lots: [{ lotId: 'lot_1', minutes: 45, amountCents: 1_500 }], reason: 'released', extendedLotIds: ['lot_1'], extendedUntil: '2027-02-28T22:59:59.999Z', spendableCents: 0, heldCents: 0, spendableMinutes: 60, heldMinutes: 0 }));
    expect(figuresOf(state, later)).toMatchObject({ spendableMinutes: 60, heldMinutes: 0, spendableCents: 0 });
  });

  it('come back by the clock where nobody pinned them', () => {
    const { events } = run([hours('lot_1', 60)], holdHours('pur_1', 45, 1_500), '2026-09-01T08:15:00.000Z', { type: PASS_DEADLINE, data: {} });
    expect(events.at(-1)?.data).toMatchObject({ reason: 'expired', minutes: 45, spendableMinutes: 60, heldMinutes: 0 });
  });

  it('are taken back in minutes, with what they were worth', () => {
    given(accounts, [hours('lot_1', 100)])
      .when({ type: 'withdraw-credit', data: { minutes: 50, reason: 'errore' } }, { at: AT })
      .then([creditWithdrawn.of({ accountId: ACCOUNT, amountCents: 1_667, minutes: 50, reason: 'errore', lots: [{ lotId: 'lot_1', minutes: 50, amountCents: 1_667 }], spendableCents: 0, heldCents: 0, spendableMinutes: 50, heldMinutes: 0 })]);
    given(accounts, [hours('lot_1', 100)]).when({ type: 'withdraw-credit', data: { minutes: 101, reason: 'errore' } }, { at: AT }).then({ code: 'hours-insufficient', params: { needed: '1 ora e 41 minuti', there: '1 ora e 40 minuti' } });
  });

  it('go to the pool as what they were worth, in the firm’s money', () => {
    const { events } = run([hours('lot_1', 50, { plan: planOf({ policy: 'solidarity-pool' }) })], '2027-01-01T08:00:00.000Z', { type: PASS_DEADLINE, data: {} });
    expect(events).toEqual([residueSettled.of({ accountId: ACCOUNT, firmId: 'fir_firm', personId: 'per_person', lotId: 'lot_1', planId: 'pln_1', version: 1, policy: 'solidarity-pool', reason: 'ended', amountCents: 1_667, minutes: 50, spendableCents: 0, heldCents: 0 })]);
  });

  it('go on as hours of the same worth, and what comes back later in a lot of its own', () => {
    const { events, state } = run([hours('lot_1', 60, { plan: planOf({ policy: 'carry-over' }) })], holdHours('pur_1', 20, 600), pin('pur_1'), '2027-01-01T08:00:00.000Z', { type: PASS_DEADLINE, data: {} }, release('pur_1'), { type: PASS_DEADLINE, data: {} });
    // 60 minutes are 2.000 cents: 40 are 1.333,33 and the 20 that come back 666,67, each told rounded up, and nothing leaves the account.
    expect(events.filter(({ type }) => type === residueSettled.type).map(({ data }) => data)).toMatchObject([
      { amountCents: 1_334, minutes: 40, to: { lot: { amountCents: 1_334, unit: 'HOUR', hours: { minutes: 40, hourCents: 2_000 } } } },
      { amountCents: 667, minutes: 20, to: { lot: { amountCents: 667, unit: 'HOUR', hours: { minutes: 20, hourCents: 2_000 } } } },
    ]);
    expect(state.lots.map(({ freeCents, hours: of }) => [freeCents, of?.freeMinutes])).toEqual([[0, 40], [0, 20]]);
  });
});

describe('an account without hours', () => {
  it('says nothing of minutes in any event', () => {
    const { events } = run([added({ lotId: 'lot_1', amountCents: 9_000 })], hold('pur_1', 100), spend('pur_1'), { type: 'withdraw-credit', data: { amountCents: 5, reason: 'errore' } });
    expect(JSON.stringify(events)).not.toMatch(/minutes/i);
  });
});
