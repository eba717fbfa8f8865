import { PASS_DEADLINE } from '@salvatempo/kernel';
import { given } from '@salvatempo/testing';
import { expired, issued, redeemed, terms, vouchers } from '../domain/voucher.fixture';
import { voucher } from '../domain/voucher';

const pass = { type: PASS_DEADLINE, data: { deadlineAt: terms.expiresAt } };

describe('expire a voucher', () => {
  it('ends an unused one at its last instant, and wants to be woken then', () => {
    expect(voucher.deadline({ ...issued().data, status: 'issued' })).toBe(terms.expiresAt);
    given(vouchers, [issued()]).when(pass, { at: terms.expiresAt }).then([expired()]);
  });

  it('never a moment before, whatever woke it', () => {
    given(vouchers, [issued()]).when(pass, { at: '2026-12-31T22:59:59.998Z' }).then([]);
  });

  it('leaves a used one alone', () => {
    given(vouchers, [issued(), redeemed('2026-11-01T08:00:00.000Z')]).when(pass, { at: terms.expiresAt }).then([]);
  });
});
