import { voucherNotIssued } from '@salvatempo/contracts';
import { given } from '@salvatempo/testing';
import { issued, terms, vouchers, VOUCHER } from '../domain/voucher.fixture';
import { groupedCode, normaliseCode, voucherIdOf } from '../domain/voucher-codes';

const issue = { type: 'issue-voucher', data: terms };

describe('issue a voucher', () => {
  it('issues it for its whole value', () => {
    given(vouchers, []).when(issue, { at: '2026-10-01T08:00:00.000Z' }).then([issued()]);
  });

  it('does not issue one whose time is over, so that the purchase gives everything back', () => {
    const expected = voucherNotIssued.of({ voucherId: VOUCHER, purchaseId: terms.purchaseId, code: 'voucher-expired' });
    given(vouchers, []).when(issue, { at: terms.expiresAt }).then([expected]);
  });

  it('issues once', () => {
    given(vouchers, [issued()]).when(issue).then([]);
  });
});

describe('the code', () => {
  it('is read the way people type it', () => {
    expect(normaliseCode('a1b2-c3d4 e5f6-g7hO')).toBe('A1B2C3D4E5F6G7H0');
    expect(normaliseCode('IL00')).toBe('1100');
    expect(groupedCode('A1B2C3D4E5F6G7H0')).toBe('A1B2-C3D4-E5F6-G7H0');
  });

  it('leads to its voucher and cannot be read off its id', () => {
    expect(voucherIdOf('A1B2C3D4E5F6G7H0')).toMatch(/^vou_[0-9a-z]{26}$/);
    expect(voucherIdOf('A1B2C3D4E5F6G7H0')).not.toBe(voucherIdOf('A1B2C3D4E5F6G7H1'));
  });
});
