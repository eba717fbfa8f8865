import { voucherCancelled, voucherExpired, voucherIssued, voucherRedeemed } from '@salvatempo/contracts';
import type { Aggregate } from '@salvatempo/kernel';
import { cancelVoucherSlice } from '../cancel-voucher/cancel-voucher.decider';
import { expireVoucherSlice } from '../expire-voucher/expire-voucher.decider';
import { issueVoucherSlice } from '../issue-voucher/issue-voucher.decider';
import { redeemVoucherSlice } from '../redeem-voucher/redeem-voucher.decider';
import { voucher, type Voucher } from './voucher';

/** The aggregate as the module composes it, and its past, for specs. */
export const vouchers: Aggregate<Voucher> = { ...voucher, slices: [issueVoucherSlice, redeemVoucherSlice, cancelVoucherSlice, expireVoucherSlice] };

export const VOUCHER = 'vou_00000000000000000000000000';
export const HOLDER = 'per_holder';
export const PROVIDER = 'prv_provider';

export const terms = {
  purchaseId: 'pur_purchase',
  holderPersonId: HOLDER,
  firmId: 'fir_firm',
  providerId: PROVIDER,
  offerId: 'off_offer',
  title: 'Stireria, 5 kg',
  valueCents: 4_000,
  taxLetter: 'c.3',
  expiresAt: '2026-12-31T22:59:59.999Z',
};

export const issued = (): ReturnType<typeof voucherIssued.of> => voucherIssued.of({ ...terms, voucherId: VOUCHER, issuedAt: '2026-10-01T08:00:00.000Z' });

export const redeemed = (redeemedAt: string): ReturnType<typeof voucherRedeemed.of> => {
  const { purchaseId, offerId, valueCents } = terms;
  return voucherRedeemed.of({ voucherId: VOUCHER, purchaseId, holderPersonId: HOLDER, providerId: PROVIDER, offerId, valueCents, redeemedAt, redeemedBy: 'per_clerk' });
};

const ended = { voucherId: VOUCHER, purchaseId: terms.purchaseId, holderPersonId: HOLDER };
export const cancelled = (cancelledAt: string): ReturnType<typeof voucherCancelled.of> => voucherCancelled.of({ ...ended, cancelledAt });
export const expired = (): ReturnType<typeof voucherExpired.of> => voucherExpired.of({ ...ended, expiredAt: terms.expiresAt });
