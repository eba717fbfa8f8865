import { claimCreditDebited, claimCreditReleased, creditSpent } from '@salvatempo/contracts';
import { type Command, type DomainEvent } from '@salvatempo/kernel';
import fc from 'fast-check';
import { figuresOf, type Account } from '../domain/account';
import { accounts, added, AT, debitClaim, hold, holdClaim, payWaiting, pin, release, releaseClaim, run, spend } from '../domain/account.fixture';

const early = added({ lotId: 'lot_early', amountCents: 10_000, validUntil: '2026-10-31T22:59:59.999Z' });
const late = added({ lotId: 'lot_late', amountCents: 30_000 });

const freeOf = ({ lots }: Account) => Object.fromEntries(lots.map(({ lotId, freeCents }) => [lotId, freeCents]));

describe('credit for a claim', () => {
  it('is set aside from the lots that expire first, all of it or what there is, and says not under which letter', () => {
    const { state, events } = run([late, early], holdClaim('clm_1', 12_000));
    expect(events[0]?.data).toMatchObject({ amountCents: 12_000, lots: [{ lotId: 'lot_early', amountCents: 10_000 }, { lotId: 'lot_late', amountCents: 2_000 }] });
    expect(state.threshold).toEqual({ 2026: { heldCents: 12_000, usedCents: 0 } });
    const other = run([added({ lotId: 'lot_care', amountCents: 10_000, letter: 'f-ter' })], holdClaim('clm_1', 50_000, { letter: 'f-ter' }));
    expect(other.events[0]?.data).toMatchObject({ amountCents: 10_000, countsForThreshold: false });
    expect([JSON.stringify(other.events).includes('f-ter'), other.state.threshold, other.state.holds[0]?.letter]).toEqual([false, {}, '']);
  });

  it('is refused where nothing is left for the letter, where the threshold would be passed, and where too much is under way', () => {
    const code = (past: readonly DomainEvent[], ...commands: readonly Command[]) => (run(past, ...commands).events.at(-1)!.data as { code?: string }).code;
    expect(code([late], holdClaim('clm_1', 100, { letter: 'f-bis' }))).toBe('insufficient-credit');
    const thresholds = { baseCents: 20_000, withDependentChildCents: 20_000 };
    expect([code([late], holdClaim('clm_1', 20_001, { thresholds })), code([late], holdClaim('clm_1', 20_000, { thresholds }))]).toEqual(['threshold-cliff', undefined]);
    expect(code([late], holdClaim('clm_1', 100, { thresholds: undefined }))).toBe('no-threshold-rule');
    const fifty = Array.from({ length: 51 }, (_, n) => holdClaim(`clm_${n}`, 1));
    expect(code([late], ...fifty)).toBe('account-too-many-holds');
  });

  it('isn’t held twice, and never ends by the clock', () => {
    const { state, events } = run([late], holdClaim('clm_1', 5_000), holdClaim('clm_1', 5_000), '2028-01-01T00:00:00.000Z', debitClaim('clm_1', 5_000));
    expect(events).toHaveLength(2);
    expect([state.holds, accounts.deadline?.(run([late], holdClaim('clm_1', 1)).state)]).toEqual([[], undefined]);
  });
});

describe('an approved claim', () => {
  it('is paid from its hold, and what was held above it goes back to the very lots', () => {
    const { state, events } = run([early, late], holdClaim('clm_1', 12_000), debitClaim('clm_1', 10_500));
    expect(events.at(-1)).toMatchObject({ type: claimCreditDebited.type, data: { amountCents: 10_500, returned: [{ lotId: 'lot_late', amountCents: 1_500 }], waitingCents: 0, extendedLotIds: [] } });
    expect(freeOf(state)).toEqual({ lot_late: 29_500 });
    expect(state.threshold).toEqual({ 2026: { heldCents: 0, usedCents: 10_500 } });
  });

  it('above the balance is paid up to it, and the rest when credit comes, once', () => {
    const { state, events } = run([early], holdClaim('clm_1', 25_000), debitClaim('clm_1', 25_000), payWaiting('clm_1'));
    expect(events.at(-1)?.data).toMatchObject({ amountCents: 10_000, waitingCents: 15_000 });
    const then = run([early, ...events, late], payWaiting('clm_1'), payWaiting('clm_1'));
    expect(then.events.map(({ data }) => data)).toMatchObject([{ amountCents: 15_000, waitingCents: 0, fromHold: false }]);
    expect([freeOf(then.state), then.state.waiting, state.waiting]).toEqual([{ lot_late: 15_000 }, [], [{ claimId: 'clm_1', leftCents: 15_000, countsForThreshold: true, taxYear: 2026 }]]);
  });

  it('is paid at once where credit came between its hold and the decision', () => {
    const { events } = run([early], holdClaim('clm_1', 25_000));
    const then = run([early, ...events, late], debitClaim('clm_1', 25_000));
    expect(then.events.map(({ data }) => (data as { amountCents: number }).amountCents)).toEqual([10_000, 15_000]);
  });

  it('waits rather than take the year above its threshold', () => {
    const small = { thresholds: { baseCents: 12_000, withDependentChildCents: 12_000 } };
    const { events } = run([early], holdClaim('clm_1', 25_000, small));
    const then = run([early, ...events, late], debitClaim('clm_1', 25_000, small));
    expect([then.state.threshold[2026], then.state.waiting?.[0]?.leftCents]).toEqual([{ heldCents: 0, usedCents: 12_000 }, 13_000]);
  });
});

describe('what goes back', () => {
  it('lives on for a while where it expired meanwhile, and once only', () => {
    const november = '2026-11-15T08:00:00.000Z';
    const { state, events } = run([early], holdClaim('clm_1', 10_000), november, releaseClaim('clm_1'));
    expect(events.at(-1)).toMatchObject({ type: claimCreditReleased.type, data: { extendedLotIds: ['lot_early'], spendableCents: 10_000 } });
    expect(state.lots).toMatchObject([{ validUntil: '2027-02-28T22:59:59.999Z', extended: true, freeCents: 10_000 }]);
    const again = run([early, ...events], november, holdClaim('clm_2', 10_000), '2027-03-15T08:00:00.000Z', releaseClaim('clm_2'));
    expect(again.events.at(-1)?.data).toMatchObject({ extendedLotIds: [], spendableCents: 0 });
  });

  it('is nothing where nothing is held', () => expect(run([early], releaseClaim('clm_1')).events).toEqual([]));
});

it('makes and loses no cent beside purchases, whatever the order (property)', () => {
  const claimIds = fc.constantFrom('clm_1', 'clm_2', 'clm_3');
  const cents = fc.integer({ min: 1, max: 15_000 });
  const purchaseIds = fc.constantFrom('pur_1', 'pur_2');
  const command = fc.oneof(
    fc.tuple(claimIds, cents).map(([id, amount]) => holdClaim(id, amount)),
    fc.tuple(claimIds, cents).map(([id, amount]) => debitClaim(id, amount)),
    claimIds.map(releaseClaim),
    fc.constant(payWaiting('clm_1', 'clm_2', 'clm_3')),
    fc.tuple(purchaseIds, cents).map(([id, amount]) => hold(id, amount)),
    purchaseIds.map(pin),
    purchaseIds.map(spend),
    purchaseIds.map(release),
  );
  fc.assert(
    fc.property(fc.array(command, { maxLength: 40 }), (commands) => {
      const { state, events } = run([late, early], ...commands);
      const sum = (type: string) => events.filter((event) => event.type === type).reduce((total, { data }) => total + (data as { amountCents: number }).amountCents, 0);
      const { spendableCents, heldCents } = figuresOf(state, AT);
      const paidCents = sum(creditSpent.type) + sum(claimCreditDebited.type);
      expect(spendableCents + heldCents + paidCents).toBe(40_000);
      expect(Math.min(0, ...state.lots.map(({ freeCents }) => freeCents))).toBe(0);
      expect(state.threshold[2026] ?? { heldCents: 0, usedCents: 0 }).toEqual({ heldCents, usedCents: paidCents });
    }),
    { numRuns: 500 },
  );
});
