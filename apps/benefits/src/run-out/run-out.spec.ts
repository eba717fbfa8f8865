import { creditAdded, residueSettled, type DataOf, type LotPlan, type LotTerms } from '@salvatempo/contracts';
import { endOfRomeDay, PASS_DEADLINE, type Command, type DomainEvent } from '@salvatempo/kernel';
import * as fc from 'fast-check';
import { ACCOUNT, accounts, added, AT, hold, holdClaim, debitClaim, pin, release, releaseClaim, run } from '../domain/account.fixture';
import { figuresOf, type Account } from '../domain/account';

const PLAN = 'pln_00000000000000000000000000';
const END = endOfRomeDay('2026-12-31');
const planned = (residue: LotPlan['residue'], more: Partial<LotPlan> = {}): LotPlan => ({ planId: PLAN, version: 1, endsAt: endOfRomeDay('2027-06-30'), residue, runOutDays: 60, ...more });

function lot(plan: LotPlan | undefined, more: Partial<LotTerms> = {}, lotId = 'lot_1'): DomainEvent {
  const base = added({ lotId, amountCents: 10_000, validUntil: END });
  return creditAdded.of({ ...base.data, lot: { ...base.data.lot, letter: 'f-bis', letters: ['f-bis', 'c.3'], ...(plan && { plan }), ...more } });
}

const buy = (id: string, cents: number, more: object = {}): Command => hold(id, cents, { expiresAt: '2098-01-01T00:00:00.000Z', ...more });
const due: Command = { type: PASS_DEADLINE, data: {} };
const begin = (lastDay: string): Command => ({ type: 'begin-run-out', data: { lastDay } });
const rehired: Command = { type: 'end-run-out', data: {} };
const AFTER = '2027-01-01T08:00:00.000Z';
const settled = (events: readonly DomainEvent[]) => events.filter(({ type }) => type === residueSettled.type).map(({ data }) => data as DataOf<typeof residueSettled>);
const lotsOf = ({ lots }: Account) => lots.map(({ freeCents, letters, validFrom, validUntil }) => ({ freeCents, letters, validFrom, validUntil }));

describe('credit that is left at its end', () => {
  it('wakes its account right after it, and only where a plan governs it', () => {
    expect(accounts.deadline?.(run([lot(planned({ policy: 'zero' }))]).state)).toBe('2026-12-31T23:00:00.000Z');
    expect(accounts.deadline?.(run([lot(undefined)]).state)).toBeUndefined();
    expect(run([lot(undefined)], AFTER, due).events).toEqual([]);
    expect(run([lot(planned({ policy: 'zero' }))], END, due).events).toEqual([]);
  });

  it.each(['zero', 'solidarity-pool', 'pension-fund'] as const)('by %s leaves the account, once', (policy) => {
    const { state, events } = run([lot(planned({ policy }))], AFTER, due, due);
    expect(events.map(({ data }) => data)).toMatchObject([{ policy, amountCents: 10_000, reason: 'ended', spendableCents: 0, planId: PLAN, version: 1 }]);
    expect([state.lots, settled(events)[0]?.to]).toEqual([[], undefined]);
  });

  it('is carried over into the plan’s next year, never beyond its end, and then ends', () => {
    const { state, events } = run([lot(planned({ policy: 'carry-over' }))], AFTER, due);
    expect(lotsOf(state)).toEqual([{ freeCents: 10_000, letters: ['f-bis', 'c.3'], validFrom: '2026-12-31T23:00:00.000Z', validUntil: endOfRomeDay('2027-06-30') }]);
    const then = run([lot(planned({ policy: 'carry-over' })), ...events], '2027-07-01T08:00:00.000Z', due);
    expect([then.state.lots, settled(then.events)]).toMatchObject([[], [{ policy: 'zero', amountCents: 10_000 }]]);
  });

  it('is of the same run wherever it goes on, and whatever is taken of it says so', () => {
    const { events } = run([lot(planned({ policy: 'carry-over' }), { runId: 'run_1' })], AFTER, due, { type: 'withdraw-credit', data: { amountCents: 500, reason: 'x' } }, '2027-07-01T08:00:00.000Z', due);
    expect(events.map(({ data }) => data)).toMatchObject([{ runId: 'run_1', to: { lot: { runId: 'run_1' } } }, { lots: [{ amountCents: 500, runId: 'run_1' }] }, { policy: 'zero', amountCents: 9_500, runId: 'run_1' }]);
  });

  it('is carried over and over in one write where nobody was there for years, and not without end', () => {
    const { state, events } = run([lot(planned({ policy: 'carry-over' }, { endsAt: endOfRomeDay('2029-12-31') }))], '2031-01-01T00:00:00.000Z', due);
    expect([settled(events).map(({ policy }) => policy), state.lots]).toEqual([['carry-over', 'carry-over', 'carry-over', 'zero'], []]);
  });

  it('is earmarked once: for some days, on some letters', () => {
    const { state, events } = run([lot(planned({ policy: 'earmark', letters: ['f-bis'], days: 90 }))], AFTER, due, buy('pur_1', 100), buy('pur_2', 100, { letter: 'f-bis' }));
    expect(lotsOf(state)).toEqual([{ freeCents: 9_900, letters: ['f-bis'], validFrom: '2026-12-31T23:00:00.000Z', validUntil: endOfRomeDay('2027-03-31') }]);
    expect(events.map(({ type }) => type.slice(9, -3))).toEqual(['residue-settled', 'credit-refused', 'credit-held']);
    const then = run([lot(planned({ policy: 'earmark', letters: ['f-bis'], days: 90 })), ...events.slice(0, 1)], '2027-04-01T08:00:00.000Z', due);
    expect([then.state.lots, settled(then.events)[0]?.policy]).toEqual([[], 'zero']);
  });

  it('is settled in the write of whatever is decided first: no luck with timers decides', () => {
    const { state, events } = run([lot(planned({ policy: 'carry-over' }))], AFTER, buy('pur_1', 4_000, { letter: 'f-bis' }));
    expect([events.map(({ type }) => type.slice(9, -3)), state.lots[0]?.freeCents]).toEqual([['residue-settled', 'credit-held'], 6_000]);
  });

  it('stays held where it is held, and lives on for a while when it comes back', () => {
    const grace = { purchaseId: 'pur_1', accountId: ACCOUNT, extendedUntil: endOfRomeDay('2027-02-10') };
    const back = { ...release('pur_1'), data: grace };
    const { state, events } = run([lot(planned({ policy: 'zero' }))], hold('pur_1', 4_000), pin('pur_1'), AFTER, due, '2027-01-11T08:00:00.000Z', back);
    expect([settled(events).map(({ amountCents }) => amountCents), lotsOf(state)]).toEqual([[6_000], [expect.objectContaining({ freeCents: 4_000, validUntil: endOfRomeDay('2027-02-10') })]]);
    expect(figuresOf(state, '2027-01-12T08:00:00.000Z').spendableCents).toBe(4_000);
    const again = run([lot(planned({ policy: 'zero' })), ...events], '2027-02-01T08:00:00.000Z', buy('pur_2', 1_000), pin('pur_2'), '2027-03-01T08:00:00.000Z', { ...release('pur_2'), data: { ...grace, purchaseId: 'pur_2' } }, due);
    expect([again.state.lots, settled(again.events).map(({ amountCents }) => amountCents)]).toEqual([[], [3_000, 1_000]]);
  });

  it('has no grace where it hadn’t ended, nor where the clock ended a hold that nobody bought with', () => {
    const back = (at: string): DomainEvent => run([lot(undefined)], hold('pur_1', 4_000), pin('pur_1'), at, { ...release('pur_1'), data: { purchaseId: 'pur_1', accountId: ACCOUNT, extendedUntil: endOfRomeDay('2027-02-10') } }).events.at(-1)!;
    expect(back(AT).data).not.toHaveProperty('extendedUntil');
    expect(back(AFTER).data).toMatchObject({ extendedLotIds: ['lot_1'], extendedUntil: endOfRomeDay('2027-02-10') });
    expect(run([lot(undefined)], hold('pur_1', 4_000), AFTER, due).events.at(-1)?.data).not.toHaveProperty('extendedUntil');
  });

  it('of a claim that is refused later goes back with the same grace', () => {
    const { state } = run([lot(planned({ policy: 'zero' }))], holdClaim('clm_1', 4_000), AFTER, due, releaseClaim('clm_1'));
    expect(state.lots.map(({ freeCents, extended }) => [freeCents, extended])).toEqual([[4_000, true]]);
  });
});

describe('the credit of somebody who leaves', () => {
  it('ends with its run-out, and then goes by the plan', () => {
    const { state, events } = run([lot(planned({ policy: 'solidarity-pool' }))], begin('2026-09-10'));
    expect([state.lots[0]?.validUntil, state.lots[0]?.plannedUntil, events[0]?.data]).toMatchObject([endOfRomeDay('2026-11-09'), END, { lastDay: '2026-09-10', lots: [{ lotId: 'lot_1' }] }]);
    expect(settled(run([lot(planned({ policy: 'solidarity-pool' })), ...events], endOfRomeDay('2026-11-10'), due).events)).toMatchObject([{ policy: 'solidarity-pool', reason: 'left', amountCents: 10_000 }]);
  });

  it.each([{ policy: 'carry-over' as const }, { policy: 'earmark' as const, letters: ['c.3'], days: 90 }])('isn’t carried on by $policy: the plan is over for them', (residue) => {
    expect(settled(run([lot(planned(residue))], begin('2026-09-10'), AFTER, due).events)).toMatchObject([{ policy: 'zero', reason: 'left' }]);
  });

  it('ends no later than it would have, and as planned once they are back', () => {
    expect(run([lot(planned({ policy: 'zero' }))], begin('2026-12-20')).events).toEqual([]);
    const { state } = run([lot(planned({ policy: 'zero' }))], begin('2026-09-10'), begin('2026-09-20'), rehired);
    expect(lotsOf(state)).toMatchObject([{ validUntil: END }]);
    expect(state.lots[0]).not.toHaveProperty('plannedUntil');
    expect(run([lot(planned({ policy: 'zero' }))], begin('2026-09-10'), begin('2026-09-10'), rehired, rehired).events).toHaveLength(2);
  });

  it('without a plan stays as it is', () => {
    expect(run([lot(undefined)], begin('2020-01-01')).events).toEqual([]);
  });
});

it('every cent of a lot is spent, left somewhere, or still there, whatever happens in between', () => {
  const policies = ['zero', 'carry-over', 'solidarity-pool', 'pension-fund'] as const;
  const step = fc.record({ cents: fc.integer({ min: 1, max: 6_000 }), days: fc.integer({ min: 0, max: 120 }), act: fc.constantFrom('hold', 'claim', 'release', 'debit', 'leave', 'return', 'due') });
  fc.assert(
    fc.property(fc.constantFrom(...policies), fc.array(step, { maxLength: 14 }), (policy, steps) => {
      let day = Date.parse(AT);
      const commands = steps.flatMap(({ cents, days, act }, n): (Command | string)[] => {
        day += days * 86_400_000;
        const made: Record<typeof act, Command> = {
          hold: hold(`pur_${n}`, cents), claim: holdClaim(`clm_${n}`, cents), release: release(`pur_${n - 1}`), debit: debitClaim(`clm_${n - 1}`, cents), leave: begin('2026-10-10'), return: rehired, due,
        };
        return [new Date(day).toISOString(), made[act]];
      });
      const { state, events } = run([lot(planned({ policy }))], ...commands);
      const gone = settled(events).filter(({ to }) => !to).reduce((sum, { amountCents }) => sum + amountCents, 0);
      const paid = events.filter(({ type }) => type.includes('claim-credit-debited')).reduce((sum, { data }) => sum + (data as { amountCents: number }).amountCents, 0);
      expect(state.lots.reduce((sum, { freeCents }) => sum + freeCents, 0) + state.holds.reduce((sum, { amountCents }) => sum + amountCents, 0) + gone + paid).toBe(10_000);
    }),
    { numRuns: 300 },
  );
});
