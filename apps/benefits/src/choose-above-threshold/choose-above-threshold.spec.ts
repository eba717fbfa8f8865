import { creditHeld, creditRefused, thresholdChoiceMade, thresholdConsented } from '@salvatempo/contracts';
import { decide, evolve, type Command, type DomainEvent } from '@salvatempo/kernel';
import { given } from '@salvatempo/testing';
import { account, type Account } from '../domain/account';
import { ACCOUNT, accounts, added, AT, declareYear, hold, holdClaim } from '../domain/account.fixture';
import { simulate } from '../simulate-purchase/simulate-purchase.handler';
import { ThresholdRules } from '../threshold-rules/threshold-rules.table';
import { chooseAboveThresholdSlice, thresholdChoice } from './threshold-choice.aggregate';

const consent = { aboveThreshold: 'consent' as const };
const agreed = (thresholdConsentCents: number) => ({ ...consent, thresholdConsentCents });

function run(...commands: readonly Command[]): { readonly state: Account; readonly events: readonly DomainEvent[] } {
  let state = evolve(accounts, account.initial, added({ lotId: 'lot_1', amountCents: 300_000 }));
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

const codeOf = (events: readonly DomainEvent[]): unknown => (events.at(-1)!.data as { code?: string }).code;

describe('a firm’s choice for the threshold', () => {
  const choices = { ...thresholdChoice, slices: [chooseAboveThresholdSlice] };
  const choose = (aboveThreshold: string): Command => ({ type: 'choose-above-threshold', data: { firmId: 'fir_firm', aboveThreshold } });

  it('is to block until it says otherwise, and the same again changes nothing', () => {
    given(choices).when(choose('block')).then([]);
    const made = thresholdChoiceMade.of({ choiceId: 'thc_00000000000000000000000000', firmId: 'fir_firm', aboveThreshold: 'consent' });
    given(choices).when(choose('consent')).then([made]);
    given(choices, [made]).when(choose('consent')).then([]);
  });
});

describe('above the threshold', () => {
  it('nothing can be had where the firm blocks, whatever the person agrees to', () => {
    expect(codeOf(run(hold('pur_1', 100_001, { thresholdConsentCents: 999_999 })).events)).toBe('fringe-threshold-exceeded');
  });

  it('it takes the person’s consent to all of the year, in euro', () => {
    const { events } = run(hold('pur_1', 60_000), hold('pur_2', 40_001, consent));
    expect(events.at(-1)).toMatchObject({ type: creditRefused.type, data: { code: 'threshold-consent-needed', params: { taxableCents: 100_001, taxableEuro: '1.000,01 €', leftCents: 40_000 } } });
  });

  it('a consent to less than it comes to is none', () => {
    expect(codeOf(run(hold('pur_1', 100_001, agreed(100_000))).events)).toBe('threshold-consent-needed');
    expect(codeOf(run(hold('pur_1', 30_000), hold('pur_2', 100_001, agreed(100_001))).events)).toBe('threshold-consent-needed');
  });

  it('a consent is recorded with its figures, before what it lets happen', () => {
    const { events, state } = run(declareYear({ externalCents: 50_000 }), hold('pur_1', 60_000, agreed(60_000)));
    expect(events.slice(1)).toMatchObject([
      thresholdConsented.of({ accountId: ACCOUNT, firmId: 'fir_firm', personId: 'per_person', purchaseId: 'pur_1', taxYear: 2026, thresholdCents: 100_000, taxableCents: 60_000, externalCents: 50_000, agreedCents: 60_000 }),
      { type: creditHeld.type },
    ]);
    expect(state.threshold[2026]).toMatchObject({ heldCents: 60_000 });
  });

  it('and within the threshold none is recorded, though it was given', () => {
    expect(run(hold('pur_1', 100_000, agreed(100_000))).events.map(({ type }) => type)).toEqual([creditHeld.type]);
  });

  it('goes for a claim as for a purchase', () => {
    expect(codeOf(run(holdClaim('clm_1', 100_001)).events)).toBe('threshold-cliff');
    expect(codeOf(run(holdClaim('clm_1', 100_001, consent)).events)).toBe('threshold-consent-needed');
    const { events } = run(holdClaim('clm_1', 100_001, agreed(100_001)));
    expect(events[0]).toMatchObject({ type: thresholdConsented.type, data: { claimId: 'clm_1', taxableCents: 100_001 } });
    expect(events[1]!.type).toBe('benefits.claim-credit-held.v1');
  });
});

describe('a simulation', () => {
  const rules = new ThresholdRules();
  const purchase = (cents: number) => ({ letter: 'c.3', amountCents: cents, benefitValueCents: cents, taxYear: 2026 });

  it('says what would have to be agreed to, and how the year would stand', () => {
    const { state } = run(declareYear({ externalCents: 10_000 }), hold('pur_1', 60_000));
    const { allowed, refusal, consent: needed, lots, after, explanation } = simulate(state, purchase(30_001), AT, rules, 'consent');
    expect([allowed, refusal?.code, needed?.taxableCents, lots.length, after?.level]).toEqual([false, 'threshold-consent-needed', 90_001, 1, 'over']);
    expect(explanation.join(' ')).toContain('diventano imponibili tutti i 900,01 € ricevuti nell’anno da questa impresa');
    expect(explanation.at(-1)).toContain('100,00 € dichiarati di altri datori di lavoro');
    expect(after?.rule).toBe('fringe-threshold 2025-2027');
  });

  it('tells of nothing to agree to where credit is missing, or where the firm blocks', () => {
    expect(simulate(run().state, purchase(300_001), AT, rules, 'consent')).toMatchObject({ allowed: false, refusal: { code: 'credit-insufficient' }, lots: [] });
    expect(simulate(run().state, purchase(300_001), AT, rules, 'consent').consent).toBeUndefined();
    expect(simulate(run().state, purchase(100_001), AT, rules).consent).toBeUndefined();
  });
});
