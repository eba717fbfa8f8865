import { claimCreditReturned, claimRecovered, claimReimbursed, claimReviewConfirmed, claimReviewDrawn, claimReviewFoundWrong, claimSubmitted, type Envelope } from '@salvatempo/contracts';
import { BASE32, type Command } from '@salvatempo/kernel';
import { given } from '@salvatempo/testing';
import fc from 'fast-check';
import { appeal, approve, checks, CLAIM, claims, LATER, reimburse, story, submit } from '../domain/claim.fixture';
import { account, type Account } from '../domain/account';
import type { Claim } from '../domain/claim';
import { partsOf, untold, type PayrollLine } from '../domain/payroll';
import { DRAW_LENGTH, isDrawn } from '../domain/review-draw';
import { reimbursedClaims, type ReimbursedRow } from '../close-payroll-month/payroll-entries.projection';
import { returnClaimCreditSlice } from './return-claim-credit.decider';

const reviewBy = '2026-10-01T21:59:59.999Z';
const drawn = (validatorId: string, approvedCents = 45_000, more: object = {}): Command => {
  const command = approve(validatorId, approvedCents);
  return { ...command, data: { ...command.data, reviewBy, ...more } };
};
const confirm = (validatorId: string): Command => ({ type: 'confirm-review', data: { validatorId } });
const correct = (validatorId: string, approvedCents: number): Command => ({ type: 'correct-review', data: { validatorId, approvedCents, code: 'wrong-category', appealBy: LATER } });
const paid = [submit, checks(), drawn('per_a'), reimburse(45_000)];

describe('the draw', () => {
  const digests = fc.array(fc.constantFrom(...BASE32), { minLength: DRAW_LENGTH, maxLength: DRAW_LENGTH }).map((signs) => signs.join(''));

  it('is none of nothing, all of everything, and by the digest alone', () => {
    expect([isDrawn('0'.repeat(8), 0), isDrawn('z'.repeat(8), 10_000), isDrawn('00000000', 1), isDrawn('ZZZZZZZZ', 9_999)]).toEqual([false, true, true, false]);
    // A twentieth of all digests: 1.6 of 32 first signs.
    expect([isDrawn('1k000000', 500), isDrawn('1m000000', 500)]).toEqual([true, false]);
  });

  it('of a larger share draws whatever a smaller one does (property)', () => {
    fc.assert(fc.property(digests, fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: 10_000 }), (digest, one, other) => !isDrawn(digest, Math.min(one, other)) || isDrawn(digest, Math.max(one, other))));
  });
});

describe('an approval that is drawn', () => {
  it('is paid all the same, and says until when a second look is due', () => {
    const { state, events } = story(...paid);
    expect(events.filter(({ type }) => type === claimReviewDrawn.type)).toEqual([claimReviewDrawn.of({ claimId: CLAIM, reviewBy })]);
    expect(state).toMatchObject({ status: 'approved', reimbursedCents: 45_000, review: { reviewBy } });
  });

  it('is none where it took two people', () => {
    const two = { twoPersonsFromCents: 45_000 };
    const { state } = story(submit, checks(), drawn('per_a', 45_000, two), drawn('per_b', 45_000, two));
    expect([state.status, state.review]).toEqual(['approved', undefined]);
  });

  it('is confirmed once, by somebody who had no part in it', () => {
    const { state, refused, events } = story(...paid, confirm('per_a'), confirm('per_claimant'), confirm('per_b'), confirm('per_c'), correct('per_c', 0));
    expect([state.review, refused]).toEqual([{ reviewBy, outcome: 'confirmed' }, ['claim-other-validator', 'claim-own', 'claim-review-none', 'claim-review-none']]);
    expect(events.at(-1)).toEqual(claimReviewConfirmed.of({ claimId: CLAIM, validatorId: 'per_b' }));
    expect(story(submit, checks(), approve('per_a', 45_000), confirm('per_b')).refused).toEqual(['claim-review-none']);
    expect(story(confirm('per_b')).refused).toEqual(['claim-not-found']);
  });

  it('is found wrong in part or whole, and what was paid above it comes back; an appeal is decided by somebody else again', () => {
    const { state, personal, events } = story(...paid, correct('per_b', 17_000));
    expect(state).toMatchObject({ status: 'approved', approvedCents: 17_000, reimbursedCents: 17_000, dueAt: LATER, review: { outcome: 'wrong' } });
    expect(events.slice(-2)).toEqual([
      claimReviewFoundWrong.of({ claimId: CLAIM, validatorId: 'per_b', approvedCents: 17_000, appealBy: LATER }),
      claimRecovered.of({ claimId: CLAIM, firmId: 'fir_1', personId: 'per_claimant', amountCents: 28_000, reimbursedCents: 17_000, taxYear: 2026, month: '2026-09' }),
    ]);
    expect([personal?.['code'], JSON.stringify(events).includes('wrong-category')]).toEqual(['wrong-category', false]);
    const none = story(...paid, correct('per_b', 0), appeal, checks(), approve('per_b', 45_000), approve('per_a', 45_000), approve('per_c', 45_000));
    expect([none.refused, none.state.status, none.state.approvedCents]).toEqual([['claim-other-validator', 'claim-other-validator'], 'approved', 45_000]);
    expect(none.events.at(-1)?.data).toMatchObject({ addedCents: 45_000 });
  });

  it('is corrected downwards alone, once it is paid whole, and never while it is appealed', () => {
    expect(story(...paid, correct('per_b', 45_000), correct('per_b', 46_000)).refused).toEqual(['claim-amount', 'claim-amount']);
    expect(story(submit, checks(), drawn('per_a'), reimburse(44_999), correct('per_b', 0)).refused).toEqual(['claim-review-early']);
    const inPart = { ...drawn('per_a', 17_727), data: { ...drawn('per_a', 17_727).data, code: 'already-aided' } };
    expect(story(submit, checks(), inPart, reimburse(17_727), appeal, checks({ heldCents: 1 }), confirm('per_b'), correct('per_b', 0)).refused).toEqual(['claim-review-none', 'claim-review-none']);
  });

  it.each([['2026-10-20', '2026-09'], ['2026-11-30', '2026-09'], ['2026-12-01', '2026-12']])('found wrong on %s counts in %s: where it was paid, or now where that may not be looked at any more', (on, month) => {
    const { decision } = given({ ...claims, initial: story(...paid).state }).when(correct('per_b', 0), { id: CLAIM, at: `${on}T12:00:00.000Z`, personal: story(...paid).personal as never });
    expect(decision).toMatchObject({ ok: true, events: [{}, { data: { month } }] });
    const { paidIn: _, ...old } = story(...paid).state;
    expect(given({ ...claims, initial: old as Claim }).when(correct('per_b', 0), { id: CLAIM, at: `${on}T12:00:00.000Z`, personal: story(...paid).personal as never }).decision).toMatchObject({ events: [{}, { data: { month: on.slice(0, 7) } }] });
  });
});

describe('payroll', () => {
  const event = (type: string, data: object): Envelope => ({ type, data, time: '2026-09-05T08:00:00.000Z' }) as Envelope;
  const of = { claimId: CLAIM, firmId: 'fir_1', personId: 'per_1', taxYear: 2026 };
  const rowOf = (...events: readonly Envelope[]) => events.reduce<ReimbursedRow | undefined>((row, one) => reimbursedClaims.on[one.type]!(row, one), undefined)!;
  const reimbursed = [event(claimSubmitted.type, of), event(claimReimbursed.type, { ...of, month: '2026-09', amountCents: 45_000 })];
  const recovered = event(claimRecovered.type, { ...of, month: '2026-09', amountCents: 28_000 });
  const linesOf = ({ months }: ReimbursedRow): PayrollLine[] => months.map(({ month, amountCents }) => ({ personId: 'per_1', month, taxYear: 2026, item: 'reimbursement', letter: 'f-bis', claimId: CLAIM, amountCents }));

  it('pays the difference alone where the month isn’t closed, and takes it back by a correction where it is', () => {
    const now = linesOf(rowOf(...reimbursed, recovered));
    expect(untold(now, []).map(({ month, amountCents }) => [month, amountCents])).toEqual([['2026-09', 17_000]]);
    const { own, corrections } = partsOf(untold(now, linesOf(rowOf(...reimbursed))), '2026-10');
    expect([own, corrections.map(({ month, amountCents }) => [month, amountCents])]).toEqual([[], [['2026-09', -28_000]]]);
  });
});

describe('credit that comes back', () => {
  const accounts = { ...account, slices: [returnClaimCreditSlice] };
  const lot = { lotId: 'lot_1', freeCents: 500, letter: 'c.3', origin: 'plan' as const, unit: 'EUR' as const, validFrom: '2026-01-01T00:00:00.000Z', validUntil: '2027-12-31T22:59:59.999Z' };
  const before: Account = { ...account.initial, accountId: 'acc_1', firmId: 'fir_1', personId: 'per_1', lots: [lot], threshold: { 2026: { heldCents: 0, usedCents: 30_000 } } };
  const back = (letter: string) => ({ type: 'return-claim-credit', data: { claimId: CLAIM, amountCents: 28_000, letter, taxYear: 2026, validUntil: '2026-10-01T21:59:59.999Z' } });
  const at = '2026-09-01T08:00:00.000Z';

  it('lives as long as the other credit of its letter, and the threshold counts it no more', () => {
    const { decision, state } = given({ ...accounts, initial: before }).when(back('c.3'), { id: 'acc_1', at });
    expect(decision).toMatchObject({ events: [{ type: claimCreditReturned.type, data: { amountCents: 28_000, validUntil: lot.validUntil } }] });
    // The lot comes by a run, which asks the firm's cover.
    expect(state.lots).toEqual([lot]);
    expect(state.threshold[2026]).toEqual({ heldCents: 0, usedCents: 2_000 });
  });

  it('lives some days at least, and touches no threshold of another letter', () => {
    const { decision, state } = given({ ...accounts, initial: before }).when(back('f-bis'), { id: 'acc_1', at });
    expect(decision).toMatchObject({ events: [{ data: { validUntil: '2026-10-01T21:59:59.999Z' } }] });
    expect(state.threshold).toEqual(before.threshold);
    expect(JSON.stringify(decision.ok && decision.events[0])).not.toContain('f-bis');
  });
});
