import { yearDeclared } from '@salvatempo/contracts';
import { decide, evolve, type Command, type DomainEvent } from '@salvatempo/kernel';
import { given } from '@salvatempo/testing';
import { account, type Account } from '../domain/account';
import { ACCOUNT, accounts, added, AT, declareYear, hold } from '../domain/account.fixture';
import { thresholdView } from '../read-accounts/threshold.view';
import { ThresholdRules } from '../threshold-rules/threshold-rules.table';

const CHILD = 'ZNBPRI14S09F205T';
const opened = added({ lotId: 'lot_1', amountCents: 300_000 });
const declared = (more: object = {}) =>
  yearDeclared.of({ accountId: ACCOUNT, taxYear: 2026, externalCents: 0, dependentChild: false, declaration: { code: 'fringe-threshold', version: '2026-01' }, ...more });

/** What comes of commands one after the other: the codes of refusals by event, and the state. */
function run(...commands: readonly Command[]): { readonly state: Account; readonly events: readonly DomainEvent[] } {
  let state = evolve(accounts, account.initial, opened);
  const events: DomainEvent[] = [];
  for (const command of commands) {
    const decision = decide(accounts, command, state, { id: ACCOUNT, at: AT });
    for (const event of decision.ok ? decision.events : []) {
      events.push(event);
      state = evolve(accounts, state, event);
    }
  }
  return { state, events };
}
const lastData = (events: readonly DomainEvent[]) => events.at(-1)!.data;

describe('what somebody declares of a year', () => {
  it('tells that a child is dependent, and keeps whose beside the state', () => {
    given(accounts, [opened])
      .when(declareYear({ childFiscalCodes: [CHILD], externalCents: 12_000 }), { at: AT })
      .then({ events: [declared({ externalCents: 12_000, dependentChild: true })], personal: { years: { 2026: { externalCents: 12_000, childFiscalCodes: [CHILD], version: '2026-01', at: AT } } } });
  });

  it('holds by the last word of a year, and keeps the six latest years', () => {
    const years = Object.fromEntries([2020, 2021, 2022, 2023, 2024, 2025].map((year) => [year, { externalCents: year, childFiscalCodes: [], version: '2026-01', at: AT }]));
    const { 2020: _, ...kept } = years;
    given(accounts, [opened])
      .when(declareYear(), { at: AT, personal: { years } })
      .then({ events: [declared()], personal: { years: { ...kept, 2026: { externalCents: 0, childFiscalCodes: [], version: '2026-01', at: AT } } } });
  });

  it('needs an account', () => {
    given(accounts).when(declareYear()).then({ code: 'account-not-found' });
  });
});

// docs/rules, section 9, vectors 1 and 2.
describe('the threshold of the year', () => {
  it('is the higher one with a dependent child declared, to the cent', () => {
    const child = declareYear({ childFiscalCodes: [CHILD] });
    expect(run(child, hold('pur_1', 200_000)).state.holds).toHaveLength(1);
    expect(lastData(run(child, hold('pur_1', 200_001)).events)).toMatchObject({ code: 'fringe-threshold-exceeded', params: { leftCents: 200_000 } });
    expect(lastData(run(hold('pur_1', 100_001)).events)).toMatchObject({ code: 'fringe-threshold-exceeded', params: { leftCents: 100_000 } });
  });

  it('counts what other employers gave, as declared', () => {
    const other = declareYear({ externalCents: 40_000 });
    expect(run(other, hold('pur_1', 60_000)).state.holds).toHaveLength(1);
    expect(lastData(run(other, hold('pur_1', 60_001)).events)).toMatchObject({ code: 'fringe-threshold-exceeded', params: { leftCents: 60_000 } });
    expect(run(declareYear({ externalCents: 40_000, taxYear: 2025 }), hold('pur_1', 100_000)).state.holds).toHaveLength(1);
  });

  it('lets nothing through once a declaration has fallen, and says that nothing is left', () => {
    const { state, events } = run(declareYear({ childFiscalCodes: [CHILD] }), hold('pur_1', 150_000), declareYear(), hold('pur_2', 1));
    expect(lastData(events)).toMatchObject({ code: 'fringe-threshold-exceeded', params: { leftCents: 0 } });
    expect(state.threshold).toEqual({ 2026: { heldCents: 150_000, usedCents: 0, externalCents: 0, dependentChild: false } });
  });

  it('is shown with how near it is, by which norm, and with what of it comes from elsewhere', () => {
    const rules = new ThresholdRules();
    const level = (...commands: Command[]) => thresholdView(run(...commands).state, 2026, rules)?.level;
    expect(level()).toBe('free');
    expect([79_999, 80_000, 99_999, 100_000].map((cents) => level(hold('pur_1', cents)))).toEqual(['free', 'near', 'near', 'reached']);
    expect(level(hold('pur_1', 100_000), declareYear({ externalCents: 1 }))).toBe('over');
    expect(thresholdView(run(declareYear({ externalCents: 30_000, childFiscalCodes: [CHILD] }), hold('pur_1', 1_000)).state, 2026, rules)).toEqual({
      year: 2026, thresholdCents: 200_000, usedCents: 31_000, externalCents: 30_000, dependentChild: true, leftCents: 169_000, level: 'free', rule: 'fringe-threshold 2025-2027', norm: 'L. 207/2024 c. 390-391', confidence: 'secondary',
    });
    expect(thresholdView(run().state, 2015, rules)).toBeUndefined();
  });
});
