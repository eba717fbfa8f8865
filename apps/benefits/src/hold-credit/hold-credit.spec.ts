import { creditReleased, creditSpent } from '@salvatempo/contracts';
import { decide, evolve, PASS_DEADLINE, type Command, type DomainEvent } from '@salvatempo/kernel';
import { given } from '@salvatempo/testing';
import * as fc from 'fast-check';
import { ACCOUNT, accounts, added, AT, hold, pin, release, spend } from '../domain/account.fixture';
import { figuresOf, type Account } from '../domain/account';

/** Runs commands one after the other, the way the runner does; returns the events. */
function run(events: readonly DomainEvent[], commands: readonly Command[], at = AT): { state: Account; events: readonly DomainEvent[] } {
  let state = events.reduce((before, event) => evolve(accounts, before, event), accounts.initial);
  const made: DomainEvent[] = [];
  for (const command of commands) {
    const decision = decide(accounts, command, state, { id: ACCOUNT, at });
    for (const event of decision.ok ? decision.events : []) {
      made.push(event);
      state = evolve(accounts, state, event);
    }
  }
  return { state, events: made };
}

const late = added({ lotId: 'lot_late', amountCents: 5_000, validUntil: '2027-06-30T21:59:59.999Z' });
const early = added({ lotId: 'lot_early', amountCents: 1_000, validUntil: '2026-10-31T22:59:59.999Z' });

describe('hold credit', () => {
  it('takes the lot that expires first first', () => {
    const { state } = run([late, early], [hold('pur_1', 1_200)]);
    expect(state.holds[0]?.lots).toEqual([
      { lotId: 'lot_early', amountCents: 1_000 },
      { lotId: 'lot_late', amountCents: 200 },
    ]);
  });

  it('leaves a lot of another letter, and one whose validity is over', () => {
    const other = added({ lotId: 'lot_f', amountCents: 9_000, letter: 'f' });
    const over = added({ lotId: 'lot_over', amountCents: 9_000, validUntil: '2026-08-31T21:59:59.999Z' });
    const [event] = run([other, over], [hold('pur_1', 1)]).events;
    expect(event?.data).toMatchObject({ code: 'credit-insufficient', params: { missingCents: 1 } });
  });

  it('counts the whole value of the benefit for the threshold, not only the credit', () => {
    const { state } = run([late], [hold('pur_1', 1_200, { benefitValueCents: 4_000 })]);
    expect(state.threshold).toEqual({ 2026: { heldCents: 4_000, usedCents: 0 } });
  });

  // docs/rules, vector 1: exactly at the limit nothing is taxed, one cent more and everything is.
  it('goes up to the threshold and not one cent above it', () => {
    const use = hold('pur_1', 0, { benefitValueCents: 99_999 });
    expect(run([late], [use, hold('pur_2', 0, { benefitValueCents: 1 })]).state.holds).toHaveLength(2);
    const [, refused] = run([late], [use, hold('pur_2', 0, { benefitValueCents: 2 })]).events;
    expect(refused?.data).toMatchObject({ code: 'fringe-threshold-exceeded', params: { leftCents: 1, year: 2026 } });
  });

  it('leaves the threshold alone for another letter, and refuses a year without a rule', () => {
    const f = added({ lotId: 'lot_f', amountCents: 9_000, letter: 'f' });
    expect(run([f], [hold('pur_1', 9_000, { letter: 'f' })]).state.threshold).toEqual({});
    const [refused] = run([late], [hold('pur_1', 1, { thresholds: undefined })]).events;
    expect(refused?.data).toMatchObject({ code: 'no-threshold-rule' });
  });

  it('leaves lots that are suspended while the firm is in default, and says so where they would be needed', () => {
    const suspended = { suspendedLotIds: ['lot_early'] };
    expect(run([late, early], [hold('pur_1', 1_200, suspended)]).state.holds[0]?.lots).toEqual([{ lotId: 'lot_late', amountCents: 1_200 }]);
    expect(run([late, early], [hold('pur_1', 5_500, suspended)]).events[0]?.data).toMatchObject({ code: 'firm-in-default' });
    expect(run([late, early], [hold('pur_1', 6_500, suspended)]).events[0]?.data).toMatchObject({ code: 'credit-insufficient', params: { missingCents: 500 } });
    const { state } = run([early], [hold('pur_1', 500), pin('pur_1'), hold('pur_2', 400, suspended), spend('pur_1')]);
    expect([state.holds, state.lots[0]?.freeCents]).toEqual([[], 500]);
  });

  it('says no by an event where there is no account', () => {
    expect(run([], [hold('pur_1', 1)]).events[0]?.data).toMatchObject({ code: 'account-not-found' });
  });
});

describe('a hold', () => {
  it('becomes a payment, a day after its expiry too, once it is pinned', () => {
    const { state } = run([late], [hold('pur_1', 1_200), pin('pur_1')]);
    const { state: paid, events } = run([late], [hold('pur_1', 1_200), pin('pur_1'), spend('pur_1')], '2026-09-01T08:00:00.000Z');
    expect(state.holds[0]?.pinned).toBe(true);
    expect(events.at(-1)?.type).toBe(creditSpent.type);
    expect(paid.threshold).toEqual({ 2026: { heldCents: 0, usedCents: 1_200 } });
    const dayLater = decide(accounts, spend('pur_1'), state, { id: ACCOUNT, at: '2026-09-02T08:20:00.000Z' });
    expect(dayLater.ok && dayLater.events[0]?.type).toBe(creditSpent.type);
  });

  it('ends by the clock only while nobody pinned it', () => {
    const pass = { type: PASS_DEADLINE, data: { deadlineAt: '2026-09-01T08:15:00.000Z' } };
    const { state } = run([late], [hold('pur_1', 1_200)]);
    const expired = decide(accounts, pass, state, { id: ACCOUNT, at: '2026-09-01T08:15:00.000Z' });
    expect(expired.ok && expired.events[0]).toMatchObject({ type: creditReleased.type, data: { reason: 'expired', amountCents: 1_200 } });
    const pinned = run([late], [hold('pur_1', 1_200), pin('pur_1')]).state;
    expect(decide(accounts, pass, pinned, { id: ACCOUNT, at: '2026-09-03T08:15:00.000Z' })).toEqual({ ok: true, events: [] });
    expect(accounts.deadline?.(pinned)).toBeUndefined();
  });

  it('can no longer be pinned when its time is over', () => {
    const { events } = run([late], [hold('pur_1', 1_200)]);
    for (const command of [pin('pur_1'), spend('pur_1')]) {
      const { decision, state } = given(accounts, [late, ...events]).when(command, { at: '2026-09-01T08:15:00.000Z' });
      expect(decision.ok && decision.events.map(({ type, data }) => [type, (data as { reason?: string; code?: string }).reason ?? (data as { code?: string }).code])).toEqual([
        [creditReleased.type, 'expired'],
        ['benefits.credit-refused.v1', 'hold-expired'],
      ]);
      expect(figuresOf(state, '2026-09-01T08:15:00.000Z')).toEqual({ spendableCents: 5_000, heldCents: 0 });
    }
  });

  it('that comes when its own time is over is refused, and one that the clock ended gives its credit to the next', () => {
    const [refused] = run([late], [hold('pur_1', 1_200)], '2026-09-01T08:15:00.000Z').events;
    expect(refused?.data).toMatchObject({ code: 'hold-expired' });
    const { events } = run([late], [hold('pur_1', 5_000)]);
    given(accounts, [late, ...events])
      .when(hold('pur_2', 5_000, { expiresAt: '2026-09-01T10:00:00.000Z' }), { at: '2026-09-01T08:15:00.000Z' })
      .thenState({ threshold: { 2026: { heldCents: 5_000, usedCents: 0 } } });
  });

  it('goes back to the very lots that it came from, and a second release gives nothing', () => {
    const { state, events } = run([late, early], [hold('pur_1', 1_200), release('pur_1'), release('pur_1')]);
    expect(state.lots.map(({ lotId, freeCents }) => [lotId, freeCents])).toEqual([
      ['lot_late', 5_000],
      ['lot_early', 1_000],
    ]);
    expect(events.at(-1)?.data).toMatchObject({ amountCents: 0, lots: [] });
    expect(state.threshold).toEqual({ 2026: { heldCents: 0, usedCents: 0 } });
  });

  it('is paid once: without it there is nothing to pay', () => {
    const paid = run([late], [hold('pur_1', 1_200), pin('pur_1'), spend('pur_1')]);
    given(accounts, [late, ...paid.events])
      .when(spend('pur_1'), { at: AT })
      .then([{ type: 'benefits.credit-refused.v1', data: { accountId: ACCOUNT, purchaseId: 'pur_1', code: 'hold-expired' } }]);
  });
});

it('makes and loses no cent, whatever the order (property)', () => {
  const purchase = fc.constantFrom('pur_1', 'pur_2', 'pur_3', 'pur_4');
  const command = fc.oneof(
    fc.tuple(purchase, fc.integer({ min: 0, max: 3_000 })).map(([id, cents]) => hold(id, cents)),
    purchase.map(pin),
    purchase.map(spend),
    purchase.map(release),
  );
  fc.assert(
    fc.property(fc.array(command, { maxLength: 40 }), (commands) => {
      const { state, events } = run([late, early], commands);
      const spentCents = events.filter(({ type }) => type === creditSpent.type).reduce((sum, { data }) => sum + (data as { amountCents: number }).amountCents, 0);
      const { spendableCents, heldCents } = figuresOf(state, AT);
      expect(spendableCents + heldCents + spentCents).toBe(6_000);
      expect(Math.min(spendableCents, heldCents, ...state.lots.map(({ freeCents }) => freeCents), 0)).toBe(0);
      const use = state.threshold[2026] ?? { heldCents: 0, usedCents: 0 };
      expect(use).toEqual({ heldCents, usedCents: spentCents });
    }),
  );
});
