import { voucherCancelled, voucherExpired, voucherIssued, voucherRedeemed } from '@salvatempo/contracts';
import type { Rule } from './committed';
import { followEvents, on, type Seen } from './follow-events';

interface Voucher {
  readonly holderPersonId: string;
  readonly providerId: string;
  readonly valueCents: number;
  readonly expiresAt: string;
  end?: string;
}

/** A voucher ends once: redeemed in its time, whole, at its provider and for its named holder, or cancelled, or expired, never early. */
export function voucherRule(): Rule {
  const vouchers = new Map<string, Voucher>();
  const end = (voucherId: string, how: string, expect: Seen<unknown>['expect']): Voucher | undefined => {
    const voucher = vouchers.get(voucherId);
    expect(voucher !== undefined, () => `${voucherId} was ${how} and never issued`);
    expect(voucher?.end === undefined, () => `${voucherId} was ${how} after it was ${voucher?.end}`);
    if (voucher) voucher.end = how;
    return voucher;
  };
  return followEvents('voucher', [
    on(voucherIssued, ({ data, expect }) => {
      const { voucherId, holderPersonId, providerId, valueCents, expiresAt } = data;
      expect(!vouchers.has(voucherId), () => `${voucherId} was issued twice`);
      vouchers.set(voucherId, { holderPersonId, providerId, valueCents, expiresAt });
    }),
    on(voucherRedeemed, ({ data, expect }) => {
      const voucher = end(data.voucherId, 'redeemed', expect);
      if (!voucher) return;
      expect(voucher.holderPersonId === data.holderPersonId, () => `${data.voucherId} was redeemed for another holder`);
      expect(voucher.providerId === data.providerId, () => `${data.voucherId} was redeemed at another provider`);
      expect(voucher.valueCents === data.valueCents, () => `${data.voucherId} was redeemed for another value`);
      expect(
        data.redeemedAt < voucher.expiresAt,
        () => `${data.voucherId} was redeemed at ${data.redeemedAt}, after ${voucher.expiresAt}`,
      );
    }),
    on(voucherCancelled, ({ data, expect }) => {
      const voucher = end(data.voucherId, 'cancelled', expect);
      expect(
        voucher?.holderPersonId === data.holderPersonId,
        () => `${data.voucherId} was cancelled for another holder`,
      );
    }),
    on(voucherExpired, ({ data, expect }) => {
      const voucher = end(data.voucherId, 'expired', expect);
      expect(
        !voucher || voucher.expiresAt <= data.expiredAt,
        () => `${data.voucherId} expired at ${data.expiredAt}, before ${voucher?.expiresAt}`,
      );
    }),
  ]);
}
