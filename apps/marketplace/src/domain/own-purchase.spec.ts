import type { Holding } from '@salvatempo/contracts';
import { isTransferReference, PASS_DEADLINE, transferReferenceOf } from '@salvatempo/kernel';
import { given } from '@salvatempo/testing';
import { AT, facts, PURCHASE, purchases, request, Story } from './purchase.fixture';
import { isSettledForBuyer, paymentsOf, shownStatus } from './payments';
import type { Started } from './purchase';

const DUE = '2026-09-11T21:59:59.999Z';
const OWNERS: readonly Holding[] = ['incentive', 'person-cap'];
const { purchaseId: _purchaseId, deadlineAt: _deadlineAt, accountId: _account, taxLetter: _letter, taxYear: _year, voucherExpiresAt: _expires, ...shared } = facts;
const own = { amountCents: 1_200, reference: transferReferenceOf(PURCHASE), dueAt: DUE, validityDays: 90, requestedByPersonId: 'per_admin' };
const asked = (more: object = {}) => request({ facts: { ...shared, creditCents: 0, own, ...more } });
const paid = { amountCents: 1_200, receivedOn: '2026-09-03', bankReference: 'CRO 12345678901' };
const PAID_AT = '2026-09-03T10:00:00.000Z';
const RELEASE_BOTH = ['programmes.release-incentive → alt_allotment', 'programmes.release-person-cap → pcp_cap'];

function awaiting(): Story {
  const story = new Story();
  story.tell('request-purchase', asked().data);
  story.tellOf('note-held', OWNERS).tellOf('note-pinned', OWNERS);
  story.newCommands();
  return story;
}
function active(): Story {
  const story = awaiting();
  story.tell('record-transfer', paid, PAID_AT);
  story.tell('note-issued', { voucherId: 'vou_voucher', expiresAt: '2026-12-02T22:59:59.999Z' });
  story.newCommands();
  return story;
}
const ownPayment = (story: Story) => paymentsOf(story.state as Started).find(({ source }) => source === 'own');

describe('what an owner buys for themself', () => {
  it('holds the incentive and the owner’s cap, and no credit', () => {
    const story = new Story();
    story.tell('request-purchase', asked().data);
    expect(story.commands).toEqual(['programmes.hold-incentive → alt_allotment', 'programmes.hold-person-cap → pcp_cap']);
  });

  it('awaits the transfer once all is pinned, with nothing issued before, and the buyer knows by then', () => {
    const story = new Story();
    story.tell('request-purchase', asked().data);
    story.tellOf('note-held', OWNERS);
    story.newCommands();
    story.tellOf('note-pinned', OWNERS);
    expect(story.newCommands()).toEqual([]);
    expect(story.state.status).toBe('awaiting-transfer');
    expect(isSettledForBuyer(story.state)).toBe(true);
    expect(shownStatus('awaiting-transfer', undefined)).toBe('awaiting-transfer');
    expect(ownPayment(story)).toEqual({ source: 'own', amountCents: 1_200, status: 'asked' });
  });

  it('is issued on the transfer, valid from its receipt and not from the request', () => {
    const story = awaiting();
    const decision = story.tell('record-transfer', paid, PAID_AT);
    expect(decision).toMatchObject({ ok: true, commands: [{ type: 'vouchers.issue-voucher.v1', data: { receipt: 'order', valueCents: 4_000, expiresAt: '2026-12-02T22:59:59.999Z' } }] });
    expect(Object.keys((decision as unknown as { commands: { data: object }[] }).commands[0]!.data)).not.toContain('taxLetter');
    expect(story.state).toMatchObject({ status: 'issuing', voucherExpiresAt: '2026-12-02T22:59:59.999Z', transfers: { receivedCents: 1_200, owedBackCents: 0 } });
    expect(ownPayment(story)).toMatchObject({ status: 'held' });
  });

  it('is issued at once where the incentive pays all', () => {
    const story = new Story();
    story.tell('request-purchase', asked({ incentiveCents: 4_000, own: { ...own, amountCents: 0 }, voucherExpiresAt: facts.voucherExpiresAt }).data);
    story.tellOf('note-held', OWNERS).tellOf('note-pinned', OWNERS);
    expect(story.state.status).toBe('issuing');
    expect(paymentsOf(story.state as Started)).toEqual([{ source: 'incentive', amountCents: 4_000, status: 'held' }]);
    expect(story.tell('record-transfer', paid, PAID_AT)).toMatchObject({ refusal: { code: 'transfer-not-awaited' } });
  });

  it('is refused without an incentive, and where the parts aren’t the price', () => {
    given(purchases).when(asked({ incentiveCents: 0, own: { ...own, amountCents: 4_000 } }), { at: AT }).then({ code: 'owner-no-incentive' });
    given(purchases).when(asked({ own: { ...own, amountCents: 1_199 } }), { at: AT }).then({ code: 'voucher-whole-value' });
  });

  it('settles with incentive and own part together', () => {
    const story = active();
    story.tell('note-fulfilled', { completedAt: AT });
    expect(story.newCommands()).toEqual(['programmes.pay-incentive → alt_allotment', 'programmes.use-person-cap → pcp_cap']);
    story.tell('note-paid', { holding: 'incentive' });
    expect(story.tell('note-paid', { holding: 'person-cap' })).toMatchObject({ events: [{}, { data: { totalCents: 4_000, incentiveCents: 2_800, creditCents: 0, ownCents: 1_200 } }] });
    expect(ownPayment(story)).toMatchObject({ status: 'paid' });
  });
});

describe('a transfer', () => {
  it('of another amount, from the future, or recorded already is refused, and nothing is issued', () => {
    const story = awaiting();
    expect(story.tell('record-transfer', { ...paid, amountCents: 1_100 }, PAID_AT)).toMatchObject({ refusal: { code: 'transfer-amount', params: { expectedCents: 1_200 } } });
    expect(story.tell('record-transfer', { ...paid, receivedOn: '2026-09-04' }, PAID_AT)).toMatchObject({ refusal: { code: 'transfer-day' } });
    expect(story.state.status).toBe('awaiting-transfer');
    story.tell('record-transfer', paid, PAID_AT);
    expect(story.tell('record-transfer', paid, PAID_AT)).toMatchObject({ refusal: { code: 'transfer-already-recorded' } });
  });

  it('isn’t awaited before everything is held, nor for an employee’s purchase', () => {
    const reserving = new Story();
    reserving.tell('request-purchase', asked().data);
    const employees = new Story();
    employees.tell('request-purchase', request().data);
    for (const story of [reserving, employees]) expect(story.tell('record-transfer', paid, PAID_AT)).toMatchObject({ refusal: { code: 'transfer-not-awaited' } });
  });

  it('that comes a second time is owed back, and sent back whole, once', () => {
    const story = active();
    story.tell('record-transfer', { ...paid, bankReference: 'CRO 2' }, PAID_AT);
    expect(story.state).toMatchObject({ status: 'active', transfers: { receivedCents: 1_200, owedBackCents: 1_200 } });
    const back = { amountCents: 1_200, paidOn: '2026-09-04', bankReference: 'CRO 3' };
    expect(story.tell('pay-back-transfer', back, PAID_AT)).toMatchObject({ refusal: { code: 'transfer-day' } });
    expect(story.tell('pay-back-transfer', { ...back, paidOn: '2026-09-03', amountCents: 1 }, PAID_AT)).toMatchObject({ refusal: { code: 'transfer-amount' } });
    story.tell('pay-back-transfer', { ...back, paidOn: '2026-09-03' }, PAID_AT);
    expect(story.state).toMatchObject({ transfers: { owedBackCents: 0, paidBackCents: 1_200 } });
    expect(story.tell('pay-back-transfer', back, PAID_AT)).toMatchObject({ refusal: { code: 'transfer-nothing-owed' } });
  });
});

describe('an owner’s purchase that comes to nothing', () => {
  it('frees the firm’s grant on its day, not a moment before, and one that comes later is owed back', () => {
    const story = awaiting();
    expect(purchases.deadline?.(story.state)).toBe(DUE);
    story.tell(PASS_DEADLINE, { deadlineAt: DUE }, '2026-09-11T21:59:59.998Z');
    expect(story.newCommands()).toEqual([]);
    story.tell(PASS_DEADLINE, { deadlineAt: DUE }, DUE);
    expect(story.newCommands()).toEqual(RELEASE_BOTH);
    story.tellOf('note-released', OWNERS);
    expect(story.state).toMatchObject({ status: 'refused', refusal: { code: 'transfer-not-received' }, transfers: { owedBackCents: 0 } });
    story.tell('record-transfer', { ...paid, receivedOn: '2026-09-12' }, '2026-09-12T08:00:00.000Z');
    expect(story.newCommands()).toEqual([]);
    expect(story.state).toMatchObject({ status: 'refused', transfers: { receivedCents: 0, owedBackCents: 1_200 } });
  });

  it('is given up by the firm while nothing is paid, and not after', () => {
    const story = awaiting();
    story.tell('withdraw-purchase');
    expect(story.newCommands()).toEqual(RELEASE_BOTH);
    expect(active().tell('withdraw-purchase')).toMatchObject({ refusal: { code: 'transfer-not-awaited' } });
  });

  it.each(['cancelled', 'expired'])('owes the transfer back when the receipt is %s', (reason) => {
    const story = active();
    story.tell('note-ended', { reason });
    story.tellOf('note-released', OWNERS);
    expect(story.state).toMatchObject({ status: 'returned', endedBy: reason, transfers: { receivedCents: 0, owedBackCents: 1_200 } });
    expect(ownPayment(story)).toMatchObject({ status: 'released' });
  });

  it('owes it back too where the receipt couldn’t be issued', () => {
    const story = awaiting();
    story.tell('record-transfer', paid, PAID_AT);
    story.tell('note-not-issued', { refusal: { code: 'voucher-expired' } });
    story.tellOf('note-released', OWNERS);
    expect(story.state).toMatchObject({ status: 'refused', transfers: { receivedCents: 0, owedBackCents: 1_200 } });
  });
});

describe('the reference of a transfer', () => {
  it('is sixteen digits that tell a slip of the pen', () => {
    const reference = transferReferenceOf(PURCHASE);
    expect(isTransferReference(reference)).toBe(true);
    for (let at = 0; at < 16; at++) {
      const digit = String((Number(reference[at]) + 1) % 10);
      expect(isTransferReference(reference.slice(0, at) + digit + reference.slice(at + 1))).toBe(false);
    }
    expect(transferReferenceOf('pur_10000000000000000000000000')).not.toBe(reference);
  });
});
