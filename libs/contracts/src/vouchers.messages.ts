import { z } from 'zod';
import { idSchema, instantSchema } from './envelope/envelope';
import { command, event } from './envelope/message';

const cents = z.number().int().min(1).max(100_000_000);

/** What a voucher stands for (docs/rules, vouchers): one service, its whole value, one named holder. */
export const voucherTermsSchema = z.object({
  purchaseId: idSchema,
  holderPersonId: idSchema,
  firmId: idSchema,
  providerId: idSchema,
  offerId: idSchema,
  title: z.string().max(120),
  valueCents: cents,
  /** Letter of TUIR art. 51; an order receipt has none. */
  taxLetter: z.string().max(10).optional(),
  /** `order`: no welfare voucher, but the receipt of what a firm's owner bought for themself, outside art. 51 c. 3-bis. */
  receipt: z.enum(['order']).optional(),
  expiresAt: instantSchema,
});
export type VoucherTerms = z.infer<typeof voucherTermsSchema>;

/**
 * The terms that an event of a voucher says anew, for whoever keeps a copy of them: so a use case that changes one of them
 * reaches every copy by the event alone.
 */
export const termsIn = (data: object): Partial<VoucherTerms> => voucherTermsSchema.partial().parse(data);

/** Sent to the purchase's id: the service itself chooses the voucher's, which follows from its secret code. */
export const issueVoucher = command('vouchers.issue-voucher.v1', voucherTermsSchema);
export const voucherIssued = event('vouchers.voucher-issued.v1', voucherTermsSchema.extend({ voucherId: idSchema, issuedAt: instantSchema }));
/** The time was over before it could be issued. */
export const voucherNotIssued = event(
  'vouchers.voucher-not-issued.v1',
  z.object({ voucherId: idSchema, purchaseId: idSchema, code: z.string().max(60) }),
);
export const voucherRedeemed = event(
  'vouchers.voucher-redeemed.v1',
  z.object({
    voucherId: idSchema,
    purchaseId: idSchema,
    holderPersonId: idSchema,
    providerId: idSchema,
    offerId: idSchema,
    valueCents: cents,
    redeemedAt: instantSchema,
    redeemedBy: idSchema,
  }),
);
export const voucherCancelled = event(
  'vouchers.voucher-cancelled.v1',
  z.object({ voucherId: idSchema, purchaseId: idSchema, holderPersonId: idSchema, cancelledAt: instantSchema }),
);
export const voucherExpired = event(
  'vouchers.voucher-expired.v1',
  z.object({ voucherId: idSchema, purchaseId: idSchema, holderPersonId: idSchema, expiredAt: instantSchema }),
);
