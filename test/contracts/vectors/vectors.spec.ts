import { aidRecorded, aidRefused, holdAid, problems, yearSettled, type DataOf } from '@salvatempo/contracts';
import { decide, derivedId, evolve, romeYear, type Command, type DomainEvent } from '@salvatempo/kernel';
import { given } from '@salvatempo/testing';
import { CHILD, factsOf, settingOf } from '../../../apps/benefits/src/claim-rules/claim.fixture';
import { account, type Account } from '../../../apps/benefits/src/domain/account';
import { ACCOUNT, accounts, added, AT, declareYear, hold, pin, spend } from '../../../apps/benefits/src/domain/account.fixture';
import type { ClaimFacts } from '../../../apps/benefits/src/domain/claim-facts';
import { findingsOf } from '../../../apps/benefits/src/domain/claim-rules';
import { mealSums } from '../../../apps/benefits/src/domain/meal-voucher';
import { sharesOfPremium, whyNotFavoured } from '../../../apps/benefits/src/domain/premium';
import { PremiumRules } from '../../../apps/benefits/src/premium-rules/premium-rules.table';
import { MealRules } from '../../../apps/benefits/src/record-meals/meal-rules.table';
import { ThresholdRules } from '../../../apps/benefits/src/threshold-rules/threshold-rules.table';
import { facts as purchaseFacts, purchases, request } from '../../../apps/marketplace/src/domain/purchase.fixture';
import { aidRegister, aidRegisterIdOf } from '../../../apps/programmes/src/domain/aid-register';
import { aidRuleAt } from '../../../apps/programmes/src/domain/aid-rules';
import { holdAidSlice } from '../../../apps/programmes/src/hold-aid/hold-aid.decider';
import { recordAidSlice } from '../../../apps/programmes/src/hold-aid/record-aid.decider';
import { aidRuleFile } from '../../../apps/programmes/src/rule-files/rule-files.table';
import { HOLDER, issued, PROVIDER, redeemed, vouchers } from '../../../apps/vouchers/src/domain/voucher.fixture';

/**
 * The test vectors of the rules (docs/rules, section 9), one test each under its number, by the tables that are in force and the very
 * deciders of the product: `npm test -- contract -- vectors`.
 */
const thresholds = new ThresholdRules().of(2026)!;
const c3 = (purchaseId: string, cents: number, more: object = {}): Command => hold(purchaseId, cents, { thresholds, ...more });
const settle: Command = { type: 'settle-year', data: { taxYear: 2026, thresholds } };
const child = declareYear({ childFiscalCodes: ['ZNBPRI14S09F205T'] });

/** What an account with credit enough comes to, command after command. */
function lived(letter: string, ...commands: readonly Command[]): { readonly state: Account; readonly events: readonly DomainEvent[]; readonly taxableCents: readonly number[] } {
  let state = evolve(accounts, account.initial, added({ lotId: 'lot_1', amountCents: 900_000, letter }));
  const events: DomainEvent[] = [];
  for (const command of commands) {
    const decision = decide(accounts, command, state, { id: ACCOUNT, at: AT });
    for (const event of decision.ok ? decision.events : []) {
      events.push(event);
      state = evolve(accounts, state, event);
    }
  }
  const taxableCents = events.filter(({ type }) => type === yearSettled.type).map(({ data }) => (data as DataOf<typeof yearSettled>).taxableCents);
  return { state, events, taxableCents };
}

const codesOf = (facts: ClaimFacts): readonly string[] => findingsOf(facts, settingOf(facts)).map(({ rule, code }) => `${rule} ${code}`);

describe('the vectors of the rules', () => {
  it('1. 2026, no child: 999.99 and 0.01 are exempt; 0.01 more, and all 1,000.01 are taxed', () => {
    const [first, second] = [c3('pur_1', 99_999), c3('pur_2', 1)];
    expect(lived('c.3', first, second, settle).taxableCents).toEqual([0]);
    const agreed = c3('pur_3', 1, { aboveThreshold: 'consent', thresholdConsentCents: 100_001 });
    expect(lived('c.3', first, second, agreed, settle).taxableCents).toEqual([100_001]);
  });

  it('2. with a dependent child declared: exempt to 2,000.00', () => {
    expect(lived('c.3', child, c3('pur_1', 200_000), settle).taxableCents).toEqual([0]);
    expect((lived('c.3', child, c3('pur_1', 200_001)).events.at(-1)!.data as { code: string }).code).toBe('fringe-threshold-exceeded');
  });

  it('3. a declared child found to earn too much on 31 December: back to 1,000, and the whole amount is taxed at the settlement', () => {
    expect(lived('c.3', child, c3('pur_1', 150_000), settle, declareYear(), settle).taxableCents).toEqual([0, 150_000]);
  });

  it('4. a gym that was bought isn’t reimbursed (R01); a gym’s voucher of 300 is letter f and leaves c.3 alone', () => {
    expect(codesOf(factsOf({ expenseType: 'palestra' }))).toEqual(['R01 not-reimbursable-letter']);
    const { state } = lived('f', hold('pur_1', 30_000, { letter: 'f' }));
    expect([state.holds.length, state.threshold]).toEqual([1, {}]);
  });

  it('5. nursery 450.00, INPS 272.73: 177.27 at most', () => {
    const asked = (askedCents: number): readonly string[] => codesOf(factsOf({ askedCents, aidCents: 27_273 }));
    expect([asked(17_727), asked(17_728)]).toEqual([[], ['R08 already-aided']]);
  });

  it('6. a pass of a spouse who isn’t dependent is refused (d-bis); a school fee of a child who isn’t is taken (f-bis)', () => {
    expect(codesOf(factsOf({ expenseType: 'tpl', relative: { ...CHILD, relation: 'spouse' } }))).toEqual(['R13 not-dependent']);
    expect(codesOf(factsOf({ expenseType: 'scuola' }))).toEqual([]);
  });

  it('7. a carer for a mother who doesn’t cohabit: right in 2024, refused in 2026', () => {
    const carer = factsOf({ expenseType: 'badante', relative: { relation: 'parent', cohabiting: false, dependent: false, birthDate: '1948-05-02' }, payment: { paidOn: '2024-11-02' } });
    expect(findingsOf(carer, settingOf(carer, { day: '2024-12-01' }))).toEqual([]);
    expect(codesOf({ ...carer, payment: { ...carer.payment!, paidOn: '2026-11-02' } })).toEqual(['R13 relation-not-admitted']);
  });

  it('8. an electronic meal voucher of 12 in 2026: 2 are taxed, not 12', () => {
    const { exemptCents } = new MealRules().of('electronic', '2026-11-27')!;
    expect(mealSums([{ date: '2026-11-27', exemptCents }], 1_200).taxedCents).toBe(200);
  });

  it('9. a voucher chosen on 30 December 2026 and used in 2027 is of 2026', () => {
    const taxYear = romeYear('2026-12-30T10:00:00.000Z');
    let state = evolve(accounts, account.initial, added({ lotId: 'lot_1', amountCents: 9_000, validUntil: '2027-12-31T22:59:59.999Z' }));
    for (const [command, at] of [[c3('pur_1', 4_000, { taxYear, expiresAt: '2026-12-30T10:15:00.000Z' }), '2026-12-30T10:00:00.000Z'], [pin('pur_1'), '2026-12-30T10:00:00.000Z'], [spend('pur_1'), '2027-02-10T10:00:00.000Z']] as const) {
      const decision = decide(accounts, command, state, { id: ACCOUNT, at });
      state = (decision.ok ? decision.events : []).reduce((so, event) => evolve(accounts, so, event), state);
    }
    expect(state.threshold).toEqual({ 2026: { heldCents: 0, usedCents: 4_000 } });
  });

  it('10. a premium of 6,000 in 2026: 5,000 at 1%, 1,000 ordinary; earned 80,000.01 the year before: none', () => {
    const rule = new PremiumRules().of('increments', '2026-03-01', 2026)!;
    const facts = { contractEligible: true, incomeCents: 8_000_000, waived: false };
    expect([rule.taxBasisPoints, whyNotFavoured(facts, rule)]).toEqual([100, undefined]);
    expect(sharesOfPremium(600_000, 0, { favoured: true, ...rule })).toMatchObject({ favouredCents: 500_000, ordinaryCents: 100_000 });
    expect(whyNotFavoured({ ...facts, incomeCents: 8_000_001 }, rule)).toBe('income');
    expect(sharesOfPremium(600_000, 0, { favoured: false, ...rule }).favouredCents).toBe(0);
  });

  it('11. de minimis: 299,500 in three years and 600 more is refused (2831)', () => {
    const firmId = derivedId('com', 'vector');
    const register = { ...aidRegister, slices: [holdAidSlice, recordAidSlice] };
    const registerId = aidRegisterIdOf(firmId);
    const declared = aidRecorded.of({ registerId, row: { rowId: derivedId('aid', '1'), firmId, regime: 'de-minimis-2831', amountCents: 29_950_000, grantedOn: '2024-02-01', source: 'declared' } });
    const data: DataOf<typeof holdAid> = { allotmentId: derivedId('alt', '1'), callId: derivedId('cal', '1'), firmId, amountCents: 60_000, onExcess: 'refuse', rule: aidRuleAt(aidRuleFile, 'de-minimis-2831', '2026-11-26')! };
    const { decision } = given(register, [declared]).when({ type: holdAid.type, data }, { id: registerId, at: '2026-11-26T10:00:00.000Z' });
    expect(decision.ok && decision.events.map(({ type, data: told }) => [type, (told as { code?: string }).code])).toEqual([[aidRefused.type, 'de-minimis-exceeded']]);
  });

  it('12. a voucher of 50 for a service of 60 is refused (V4); redeemed twice: 409', () => {
    given(purchases).when(request({ facts: { ...purchaseFacts, totalCents: 6_000, incentiveCents: 0, creditCents: 5_000 } as never, seenTotalCents: 6_000 }), { at: '2026-09-01T08:00:00.000Z' }).then({ code: 'voucher-whole-value' });
    const redeemedAt = '2026-11-01T08:00:00.000Z';
    const redeem = { type: 'redeem-voucher', data: { providerId: PROVIDER, holderPersonId: HOLDER, redeemedBy: 'per_clerk' } };
    given(vouchers, [issued(), redeemed(redeemedAt)]).when(redeem, { at: '2026-11-02T08:00:00.000Z' }).then({ code: 'voucher-already-redeemed', params: { redeemedAt } });
    expect(problems['voucher-already-redeemed']!.status).toBe(409);
  });
});
