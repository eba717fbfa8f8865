import { settlementAdvanced, settlementCompleted, settlementStarted, yearSettled } from '@salvatempo/contracts';
import { decide, evolve, type Command, type DomainEvent } from '@salvatempo/kernel';
import { given } from '@salvatempo/testing';
import * as fc from 'fast-check';
import { account, type Account } from '../domain/account';
import { ACCOUNT, accounts, added, AT, declareYear, hold, release, spend } from '../domain/account.fixture';
import { advanceSettlementSlice, settlement, startSettlementSlice } from './settlement.aggregate';

const thresholds = { baseCents: 100_000, withDependentChildCents: 200_000 };
const settle: Command = { type: 'settle-year', data: { taxYear: 2026, thresholds } };
const child = declareYear({ childFiscalCodes: ['ZNBPRI14S09F205T'] });
const settled = (more: object) => yearSettled.of({ accountId: ACCOUNT, firmId: 'fir_firm', personId: 'per_person', taxYear: 2026, ownCents: 0, externalCents: 0, thresholdCents: 100_000, taxableCents: 0, isCorrection: false, ...more });

function run(...commands: readonly Command[]): { readonly state: Account; readonly settled: readonly DomainEvent[] } {
  let state = evolve(accounts, account.initial, added({ lotId: 'lot_1', amountCents: 900_000 }));
  const made: DomainEvent[] = [];
  for (const command of commands) {
    const decision = decide(accounts, command, state, { id: ACCOUNT, at: AT });
    for (const event of decision.ok ? decision.events : []) {
      if (event.type === yearSettled.type) made.push(event);
      state = evolve(accounts, state, event);
    }
  }
  return { state, settled: made };
}

// docs/rules, section 9, vectors 1 to 3.
describe('a settled year', () => {
  it('taxes nothing up to the threshold, to the cent', () => {
    expect(run(hold('pur_1', 99_999), spend('pur_1'), hold('pur_2', 1), settle).settled).toEqual([settled({ ownCents: 100_000 })]);
    expect(run(child, hold('pur_1', 200_000), settle).settled).toEqual([settled({ ownCents: 200_000, thresholdCents: 200_000 })]);
  });

  it('taxes all of it one cent above, whoever gave that cent', () => {
    expect(run(hold('pur_1', 100_000), declareYear({ externalCents: 1 }), settle).settled).toEqual([settled({ ownCents: 100_000, externalCents: 1, taxableCents: 100_000 })]);
  });

  it('is settled anew when the declaration of a child falls: the whole amount is taxable', () => {
    expect(run(child, hold('pur_1', 150_000), settle, declareYear(), settle).settled).toEqual([
      settled({ ownCents: 150_000, thresholdCents: 200_000 }),
      settled({ ownCents: 150_000, taxableCents: 150_000, isCorrection: true }),
    ]);
  });

  it('is settled anew when a purchase gave back, and not when nothing changed', () => {
    const commands = [hold('pur_1', 100_000), declareYear({ externalCents: 1 }), settle, settle, release('pur_1'), settle, settle];
    expect(run(...commands).settled.map(({ data }) => (data as { taxableCents: number }).taxableCents)).toEqual([100_000, 0]);
  });

  it('leaves an account alone on which nothing of the year ever happened', () => {
    expect(run(hold('pur_1', 100), { type: 'settle-year', data: { taxYear: 2025, thresholds } }).settled).toEqual([]);
    given(accounts).when(settle).then({ events: [] });
  });

  it('taxes all or nothing, as a plain reckoning of what happened says', () => {
    const step = fc.record({ cents: fc.integer({ min: 0, max: 80_000 }), back: fc.boolean(), external: fc.option(fc.integer({ min: 0, max: 150_000 })), child: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 10 }), (steps) => {
        const commands = steps.flatMap(({ cents, back, external, child: has }, n) => [
          hold(`pur_${n}`, cents), ...(back ? [release(`pur_${n}`)] : []), ...(external === null ? [] : [has ? { ...child, data: { ...child.data, externalCents: external } } : declareYear({ externalCents: external })]),
        ]);
        const { state, settled: events } = run(...commands, settle);
        const own = state.holds.reduce((sum, { benefitValueCents }) => sum + BigInt(benefitValueCents), 0n);
        const last = steps.filter(({ external }) => external !== null).at(-1);
        const limit = last?.child ? 200_000n : 100_000n;
        const expected = own + BigInt(last?.external ?? 0) > limit ? own : 0n;
        expect(BigInt((events[0]?.data as { taxableCents: number } | undefined)?.taxableCents ?? 0)).toBe(expected);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the settlement of a firm', () => {
  const settlements = { ...settlement, slices: [startSettlementSlice, advanceSettlementSlice] };
  const of = { settlementId: 'set_00000000000000000000000000', firmId: 'fir_firm', taxYear: 2026 };
  const id = of.settlementId;
  const started = settlementStarted.of(of);
  const page = (more: object) => ({ type: 'advance-settlement', data: { accounts: 100, taxableAccounts: 1, taxableCents: 150_000, ...more } });
  const first = settlementAdvanced.of({ ...of, accounts: 100, taxableAccounts: 1, taxableCents: 150_000, after: 'acc_x' });

  it('begins once, counts page by page, and ends with the last one', () => {
    given(settlements).when({ type: 'start-settlement', data: { firmId: 'fir_firm', taxYear: 2026 } }, { id }).then({ events: [started] });
    given(settlements, [started]).when({ type: 'start-settlement', data: { firmId: 'fir_firm', taxYear: 2026 } }, { id }).then({ events: [] });
    given(settlements, [started]).when(page({ next: 'acc_x' }), { id }).then({ events: [first] });
    const whole = settlementCompleted.of({ ...of, accounts: 120, taxableAccounts: 1, taxableCents: 150_000 });
    given(settlements, [started, first]).when(page({ accounts: 20, taxableAccounts: 0, taxableCents: 0 }), { id }).then({ events: [whole] });
    given(settlements, [started, first, whole]).when(page({}), { id }).then({ events: [] });
  });
});
