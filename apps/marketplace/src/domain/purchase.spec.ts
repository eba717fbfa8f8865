import { PASS_DEADLINE } from '@salvatempo/kernel';
import { given } from '@salvatempo/testing';
import { active, ALL, AT, begun, DEADLINE, purchases, request, requested, Story } from './purchase.fixture';

const RELEASE_ALL = ['programmes.release-incentive → alt_allotment', 'programmes.release-person-cap → pcp_cap', 'benefits.release-credit → acc_account'];

describe('asking for a purchase', () => {
  it('asks for all three holds at once', () => {
    const story = new Story();
    story.tell('request-purchase', request().data);
    expect(story.commands).toEqual(['programmes.hold-incentive → alt_allotment', 'programmes.hold-person-cap → pcp_cap', 'benefits.hold-credit → acc_account']);
    expect(story.state.status).toBe('reserving');
  });

  it('refuses a quote that has changed since it was seen, in price or in who pays', () => {
    given(purchases).when(request({ quoteId: 'quo_2' }), { at: AT }).then({ code: 'quote-changed' });
    given(purchases).when(request({ seenTotalCents: 3_999 }), { at: AT }).then({ code: 'quote-changed' });
  });

  it('refuses a voucher that would be over already, or last longer than the offer allows', () => {
    given(purchases).when(request({ maxValidityDays: 30 }), { at: AT }).then({ code: 'voucher-validity', params: { maxDays: 30 } });
    given(purchases).when(request(), { at: '2026-12-01T08:00:00.000Z' }).then({ code: 'voucher-validity', params: { maxDays: 90 } });
  });

  it('takes the whole last day, also just after midnight before the clocks go back', () => {
    const { facts } = request().data as { facts: object };
    const lastDay = { ...facts, voucherExpiresAt: '2026-10-30T22:59:59.999Z' };
    const { decision } = given(purchases).when(request({ facts: lastDay as never, maxValidityDays: 30 }), { at: '2026-09-29T22:00:01.000Z' });
    expect(decision.ok).toBe(true);
    given(purchases)
      .when(request({ facts: { ...lastDay, voucherExpiresAt: '2026-10-30T23:00:00.000Z' } as never, maxValidityDays: 30 }), { at: '2026-09-29T22:00:01.000Z' })
      .then({ code: 'voucher-validity', params: { maxDays: 30 } });
  });

  it('never leaves a part to the holder (V4)', () => {
    const { facts } = request().data as { facts: object };
    given(purchases).when(request({ facts: { ...facts, creditCents: 1_100 } as never }), { at: AT }).then({ code: 'voucher-whole-value' });
  });
});

describe('the way to the voucher', () => {
  it('pins only when everything is held, and issues only when everything is pinned', () => {
    const story = begun().tellOf('note-held', ['credit', 'incentive']);
    expect(story.newCommands()).toEqual([]);
    story.tellOf('note-held', ['person-cap']);
    expect(story.newCommands()).toEqual(['programmes.pin-incentive → alt_allotment', 'programmes.pin-person-cap → pcp_cap', 'benefits.pin-credit → acc_account']);
    story.tellOf('note-pinned', ['credit', 'person-cap']);
    expect(story.newCommands()).toEqual([]);
    story.tellOf('note-pinned', ['incentive']);
    expect(story.newCommands()).toEqual([`vouchers.issue-voucher → ${requested().data && (requested().data as { purchaseId: string }).purchaseId}`]);
    expect(story.state.status).toBe('issuing');
  });

  it('takes each answer once', () => {
    const story = begun().tellOf('note-held').tellOf('note-held');
    expect(story.events.filter((event) => event === 'purchase-step-held')).toHaveLength(3);
  });
});

describe('a purchase that can’t be made', () => {
  it('gives everything back when one says no, and is over when all is back', () => {
    const story = begun().tellOf('note-held', ['incentive']);
    story.tell('note-refused', { holding: 'credit', refusal: { code: 'credit-insufficient', params: { missingCents: 200 } } });
    expect(story.newCommands()).toEqual(RELEASE_ALL);
    expect(story.state).toMatchObject({ status: 'refusing', refusal: { code: 'credit-insufficient' } });
    story.tellOf('note-released', ALL);
    expect(story.state.status).toBe('refused');
    expect(story.events.at(-1)).toBe('purchase-returned');
  });

  it('is refused by its deadline, not a moment before, and never once the voucher may exist', () => {
    const story = begun();
    story.tell(PASS_DEADLINE, { deadlineAt: DEADLINE }, '2026-09-01T08:09:59.999Z');
    expect(story.state.status).toBe('reserving');
    story.tell(PASS_DEADLINE, { deadlineAt: DEADLINE }, DEADLINE);
    expect(story.newCommands()).toEqual(RELEASE_ALL);
    const issuing = begun().tellOf('note-held').tellOf('note-pinned');
    issuing.tell(PASS_DEADLINE, { deadlineAt: DEADLINE }, '2027-01-01T00:00:00.000Z');
    expect(issuing.state.status).toBe('issuing');
    expect(purchases.deadline?.(issuing.state)).toBeUndefined();
  });

  it('leaves a hold that came too late to the release that is behind it', () => {
    const story = begun();
    story.tell(PASS_DEADLINE, { deadlineAt: DEADLINE }, DEADLINE);
    story.newCommands();
    story.tellOf('note-held', ['credit']);
    expect(story.newCommands()).toEqual([]);
  });

  it('gives everything back where the voucher was not issued in time', () => {
    const story = begun().tellOf('note-held').tellOf('note-pinned');
    story.newCommands();
    story.tell('note-not-issued', { refusal: { code: 'voucher-expired' } });
    expect(story.newCommands()).toEqual(RELEASE_ALL);
  });
});

describe('the end of a voucher', () => {
  it('pays when the work is done: all three, then it is settled', () => {
    const story = active();
    story.tell('note-redeemed', { redeemedAt: AT });
    expect(story.newCommands()).toEqual([]);
    story.tell('note-fulfilled', { completedAt: AT });
    expect(story.newCommands()).toEqual(['programmes.pay-incentive → alt_allotment', 'programmes.use-person-cap → pcp_cap', 'benefits.spend-credit → acc_account']);
    story.tellOf('note-paid');
    expect(story.state.status).toBe('settled');
  });

  it('pays too where the news of the work overtakes the news of the redemption', () => {
    const story = active();
    story.tell('note-fulfilled', { completedAt: AT });
    expect(story.state.status).toBe('settling');
    expect(story.tell('note-redeemed', { redeemedAt: AT })).toEqual({ ok: true, events: [] });
  });

  it.each(['cancelled', 'expired'])('gives every cent back when it is %s', (reason) => {
    const story = active();
    story.tell('note-ended', { reason });
    expect(story.newCommands()).toEqual(RELEASE_ALL);
    story.tellOf('note-released');
    expect(story.state).toMatchObject({ status: 'returned', endedBy: reason });
  });

  it('never gives back what is being paid, and never pays what was given back', () => {
    const paying = active();
    paying.tell('note-fulfilled', { completedAt: AT });
    expect(paying.tell('note-ended', { reason: 'cancelled' })).toEqual({ ok: true, events: [] });
    const returning = active();
    returning.tell('note-ended', { reason: 'cancelled' });
    expect(returning.tell('note-fulfilled', { completedAt: AT })).toEqual({ ok: true, events: [] });
  });
});

describe('news out of order', () => {
  it('waits for what it follows', () => {
    const tooEarly = { ok: false, refusal: { code: 'message-too-early' } };
    expect(begun().tell('note-pinned', { holding: 'credit' })).toEqual(tooEarly);
    expect(begun().tell('note-issued', { voucherId: 'vou_1', expiresAt: AT })).toEqual(tooEarly);
    const issuing = begun().tellOf('note-held').tellOf('note-pinned');
    for (const [type, data] of [['note-redeemed', { redeemedAt: AT }], ['note-fulfilled', { completedAt: AT }], ['note-ended', { reason: 'expired' }]] as const)
      expect(issuing.tell(type, data)).toEqual(tooEarly);
  });

  it('of a purchase that never was can’t be handled', () => {
    for (const { command } of purchases.slices)
      if (command.startsWith('note-')) expect(new Story().tell(command, { holding: 'credit', refusal: { code: 'x' } })).toEqual({ ok: false, refusal: { code: 'purchase-not-found' } });
  });
});
