import { contributionCreditHeld, contributionCreditRefused, contributionCreditReleased, contributionCreditSpent, residueSettled } from '@salvatempo/contracts';
import { decide, endOfRomeDay, evolve, PASS_DEADLINE, type Command, type DomainEvent } from '@salvatempo/kernel';
import * as fc from 'fast-check';
import { figuresOf, MAX_HOLDS, type Account } from '../domain/account';
import { ACCOUNT, accounts, added, AT, hold, holdClaim, pin, run } from '../domain/account.fixture';
import { contributionUseOf } from '../domain/contribution-credit';

const LIMIT = 530_000;
const UNTIL = '2027-02-28T22:59:59.999Z';
const credit = (lotId: string, amountCents: number, more: object = {}) => added({ lotId, amountCents, letter: 'h', ...more });
const basket = (lotId: string, amountCents: number) => {
  const event = credit(lotId, amountCents, { letter: 'c.3' });
  return { ...event, data: { ...event.data, lot: { ...event.data.lot, letters: ['c.3', 'h'] } } };
};
const ask = (contributionId: string, amountCents: number, more: object = {}): Command => ({ type: 'hold-contribution-credit', data: { contributionId, kind: 'pension', amountCents, taxYear: 2026, elsewhereCents: 0, limitCents: LIMIT, ...more } });
const release = (contributionId: string): Command => ({ type: 'release-contribution-credit', data: { contributionId, extendedUntil: UNTIL } });
const spend = (contributionId: string): Command => ({ type: 'spend-contribution-credit', data: { contributionId } });
const refused = (events: readonly { readonly type: string; readonly data: object }[]) => events.filter(({ type }) => type === contributionCreditRefused.type).map(({ data }) => data as { readonly code: string; readonly leftCents?: number });

describe('credit for a contribution to a fund', () => {
  it('is held whole, of lots that admit the letter, the earliest end first, and counts in the year’s limit', () => {
    const { state, events } = run([credit('lot_b', 8_000), basket('lot_a', 5_000), credit('lot_c', 9_000, { letter: 'f' })], ask('ctb_1', 10_000, { elsewhereCents: 2_000 }));
    expect(events).toEqual([
      contributionCreditHeld.of({
        accountId: ACCOUNT, contributionId: 'ctb_1', kind: 'pension', amountCents: 10_000, taxYear: 2026, elsewhereCents: 2_000, spendableCents: 12_000, heldCents: 10_000,
        lots: [{ lotId: 'lot_a', amountCents: 5_000 }, { lotId: 'lot_b', amountCents: 5_000 }],
      }),
    ]);
    expect(contributionUseOf(state, 2026, 'h')).toEqual({ countedCents: 10_000, elsewhereCents: 2_000 });
    expect(state.threshold).toEqual({});
  });

  it('up to the limit exactly, with what was paid otherwise and before; a cent more is refused whole and says what is left', () => {
    const past = [credit('lot_1', 1_000_000)];
    expect(refused(run(past, ask('ctb_1', 330_000, { elsewhereCents: 200_000 })).events)).toEqual([]);
    expect(refused(run(past, ask('ctb_1', 330_001, { elsewhereCents: 200_000 })).events)).toMatchObject([{ code: 'contribution-above-limit', leftCents: 330_000 }]);
    const { state, events } = run(past, ask('ctb_1', 300_000), ask('ctb_2', 230_001), ask('ctb_3', 230_000), ask('ctb_4', 1), ask('ctb_5', 1, { elsewhereCents: 999_999_99 }));
    expect(refused(events).map(({ leftCents }) => leftCents)).toEqual([230_000, 0, 0]);
    expect(contributionUseOf(state, 2026, 'h').countedCents).toBe(LIMIT);
  });

  it('has a limit for each kind and each year', () => {
    const { state, events } = run([credit('lot_1', 1_000_000), credit('lot_2', 1_000_000, { letter: 'a' })], ask('ctb_1', LIMIT), ask('ctb_2', 361_520, { kind: 'health', limitCents: 361_520 }), ask('ctb_3', 1_000, { taxYear: 2027 }), ask('ctb_4', 1, { kind: 'health', limitCents: 361_520 }));
    expect(refused(events)).toMatchObject([{ code: 'contribution-above-limit', leftCents: 0 }]);
    expect(['h', 'a'].map((letter) => contributionUseOf(state, 2026, letter).countedCents)).toEqual([LIMIT, 361_520]);
    expect(contributionUseOf(state, 2027, 'h').countedCents).toBe(1_000);
  });

  it('is refused where no lot admits the letter, where the lots don’t suffice, and where the table has no row', () => {
    const code = (past: Parameters<typeof run>[0], command: Command) => refused(run(past, command).events)[0];
    expect(code([credit('lot_1', 5_000, { letter: 'f-bis' })], ask('ctb_1', 100))).toMatchObject({ code: 'contribution-letter' });
    expect(code([], ask('ctb_1', 100))).toMatchObject({ code: 'contribution-letter' });
    expect(code([credit('lot_1', 5_000), credit('lot_2', 9_000, { letter: 'f' })], ask('ctb_1', 5_001))).toMatchObject({ code: 'contribution-credit', leftCents: 5_000 });
    expect(code([credit('lot_1', 5_000)], ask('ctb_1', 100, { limitCents: undefined }))).toMatchObject({ code: 'no-contribution-rule' });
    const full = Array.from({ length: MAX_HOLDS }, (_, n) => hold(`pur_${n}`, 1, { letter: 'h' }));
    expect(refused(run([credit('lot_1', 5_000)], ...full, ask('ctb_1', 100)).events)).toMatchObject([{ code: 'account-too-many-holds' }]);
  });

  it('is held once, and stays held whatever the clock says', () => {
    const { state, events } = run([credit('lot_1', 5_000, { validUntil: '2026-09-30T21:59:59.999Z' })], ask('ctb_1', 5_000), ask('ctb_1', 5_000), '2026-11-01T08:00:00.000Z', { type: PASS_DEADLINE, data: { deadlineAt: AT } });
    expect([events.length, state.holds.length]).toEqual([1, 1]);
  });

  it('called off or refused goes back to its lots, once with a grace where they ended, and to the limit', () => {
    const past = [credit('lot_1', 4_000, { validUntil: '2026-09-30T21:59:59.999Z' }), credit('lot_2', 4_000)];
    const { state, events } = run(past, ask('ctb_1', 6_000), '2026-11-01T08:00:00.000Z', release('ctb_1'), release('ctb_1'));
    expect(events.at(-1)).toEqual(
      contributionCreditReleased.of({
        accountId: ACCOUNT, contributionId: 'ctb_1', amountCents: 6_000, returned: [{ lotId: 'lot_1', amountCents: 4_000 }, { lotId: 'lot_2', amountCents: 2_000 }],
        extendedLotIds: ['lot_1'], extendedUntil: UNTIL, spendableCents: 8_000, heldCents: 0,
      }),
    );
    expect(contributionUseOf(state, 2026, 'h').countedCents).toBe(0);
    expect(events).toHaveLength(2);
    const again = run([...past, ...events], '2026-12-01T08:00:00.000Z', ask('ctb_2', 8_000), '2027-03-10T08:00:00.000Z', release('ctb_2'));
    expect((again.events.at(-1)!.data as { extendedLotIds: readonly string[] }).extendedLotIds).toEqual(['lot_2']);
  });

  it('paid leaves the account, and stays in the limit', () => {
    const { state, events } = run([credit('lot_1', 5_000)], ask('ctb_1', 5_000), spend('ctb_1'), spend('ctb_1'), release('ctb_1'));
    expect(events.slice(1)).toEqual([contributionCreditSpent.of({ accountId: ACCOUNT, firmId: 'fir_firm', contributionId: 'ctb_1', amountCents: 5_000, lots: [{ lotId: 'lot_1', amountCents: 5_000 }], spendableCents: 0, heldCents: 0 })]);
    expect([state.lots, state.holds, contributionUseOf(state, 2026, 'h').countedCents]).toEqual([[], [], 5_000]);
  });

  it('shares its limit with what is left of credit and goes to a pension fund', () => {
    const plan = { planId: 'pln_1', version: 1, endsAt: endOfRomeDay('2026-12-31'), residue: { policy: 'pension-fund' as const }, runOutDays: 0 };
    const event = credit('lot_1', 7_000);
    const { state, events } = run([{ ...event, data: { ...event.data, lot: { ...event.data.lot, plan } } }], '2027-01-01T08:00:00.000Z', { type: PASS_DEADLINE, data: { deadlineAt: AT } });
    expect(events.at(-1)).toMatchObject({ type: residueSettled.type, data: { policy: 'pension-fund', taxYear: 2027 } });
    expect(contributionUseOf(state, 2027, 'h').countedCents).toBe(7_000);
  });
});

/** What comes of commands, each at the time before it. */
function lived(begun: Account, commands: readonly (Command | string)[]): { readonly state: Account; readonly events: readonly DomainEvent[] } {
  let [state, at] = [begun, AT];
  const events: DomainEvent[] = [];
  for (const command of commands) {
    const decision = typeof command === 'string' ? undefined : decide(accounts, command, state, { id: ACCOUNT, at });
    if (typeof command === 'string') at = command;
    for (const event of decision?.ok ? decision.events : []) {
      state = evolve(accounts, state, event);
      events.push(event);
    }
  }
  return { state, events };
}

it('whatever happens in between, no cent is lost and no limit is crossed', () => {
  const step = fc.record({ cents: fc.integer({ min: 1, max: 4_000 }), days: fc.integer({ min: 0, max: 60 }), health: fc.boolean(), elsewhere: fc.constantFrom(0, 0, 500), act: fc.constantFrom('ask', 'ask', 'release', 'spend', 'hold', 'claim') });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      let day = Date.parse(AT);
      const commands = steps.flatMap(({ cents, days, act, health, elsewhere }, n): (Command | string)[] => {
        day += days * 86_400_000;
        const made: Record<typeof act, Command[]> = {
          ask: [ask(`ctb_${n}`, cents, { kind: health ? 'health' : 'pension', limitCents: 6_000, elsewhereCents: elsewhere })],
          release: [release(`ctb_${n - 1}`)], spend: [spend(`ctb_${n - 2}`)], hold: [hold(`pur_${n}`, cents, { letter: 'h' }), pin(`pur_${n}`)], claim: [holdClaim(`clm_${n}`, cents, { letter: 'a', thresholds: undefined })],
        };
        return [new Date(day).toISOString(), ...made[act]];
      });
      const given = [credit('lot_1', 9_000, { validUntil: '2026-11-30T22:59:59.999Z' }), credit('lot_2', 8_000, { letter: 'a' }), basket('lot_3', 3_000)];
      const begun = given.reduce((before, event) => evolve(accounts, before, event), accounts.initial);
      const { state, events } = lived(begun, commands);
      const spent = events.filter(({ type }) => type === contributionCreditSpent.type).reduce((sum, { data }) => sum + (data as { amountCents: number }).amountCents, 0);
      expect(state.lots.reduce((sum, { freeCents }) => sum + freeCents, 0) + figuresOf(state, AT).heldCents + spent).toBe(20_000);
      const counted = Object.values(state.contributions ?? {}).flatMap((year) => Object.values(year).map(({ countedCents }) => countedCents));
      expect(counted.every((cents) => cents >= 0 && cents <= 6_000)).toBe(true);
      const held = state.holds.filter(({ id }) => id.startsWith('ctb_')).reduce((sum, { amountCents }) => sum + amountCents, 0);
      expect(counted.reduce((sum, cents) => sum + cents, 0)).toBe(held + spent);
      expect(events.reduce((before, event) => evolve(accounts, before, event), begun)).toEqual(state);
    }),
    { numRuns: 300 },
  );
});
