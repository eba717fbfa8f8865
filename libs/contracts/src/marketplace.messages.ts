import { z } from 'zod';
import { idSchema, instantSchema, municipalitySchema, serviceCodeSchema } from './envelope/envelope';
import { event } from './envelope/message';

const cents = z.number().int().min(0).max(100_000_000);

/** Who pays what: the declared cascade of a purchase. */
export const shareSchema = z.object({ source: z.enum(['incentive', 'credit']), amountCents: cents });
export type Share = z.infer<typeof shareSchema>;

/** What a quote rested on, so that it can be made again under another rule: the firm's allotments as they stood, whether or not one paid. */
export const quotedOnSchema = z.object({
  serviceCode: serviceCodeSchema,
  allotments: z
    .array(
      z.object({
        allotmentId: idSchema,
        callId: idSchema,
        /** What the allotment had left, and what the person had held or used of the call's cap. */
        freeCents: cents,
        personUsedCents: cents,
        /** Belfiore code of the firm's seat, where the call's decision knew it. */
        municipality: municipalitySchema.optional(),
      }),
    )
    .max(20),
});
export type QuotedOn = z.infer<typeof quotedOnSchema>;

export const purchaseRequested = event(
  'marketplace.purchase-requested.v1',
  z.object({
    purchaseId: idSchema,
    personId: idSchema,
    firmId: idSchema,
    accountId: idSchema,
    allotmentId: idSchema.optional(),
    personCapId: idSchema.optional(),
    callId: idSchema.optional(),
    personCapCents: cents.optional(),
    offerId: idSchema,
    providerId: idSchema,
    title: z.string().max(120),
    totalCents: cents.min(1),
    incentiveCents: cents,
    creditCents: cents,
    taxLetter: z.string().max(10),
    taxYear: z.number().int(),
    voucherExpiresAt: instantSchema,
    /** Until then everything must be held and the voucher issued. */
    deadlineAt: instantSchema,
    quotedOn: quotedOnSchema.optional(),
  }),
);
/** The three things that a purchase holds until it is paid or given back. */
export const holdingSchema = z.enum(['incentive', 'person-cap', 'credit']);
export type Holding = z.infer<typeof holdingSchema>;

const step = { purchaseId: idSchema, holding: holdingSchema };
export const purchaseStepHeld = event('marketplace.purchase-step-held.v1', z.object(step));
export const purchaseStepPinned = event('marketplace.purchase-step-pinned.v1', z.object(step));
export const purchaseStepPaid = event('marketplace.purchase-step-paid.v1', z.object(step));
export const purchaseStepReleased = event('marketplace.purchase-step-released.v1', z.object(step));
/** The purchase can't be made; what was held goes back. */
export const purchaseRefused = event(
  'marketplace.purchase-refused.v1',
  z.object({ purchaseId: idSchema, personId: idSchema, code: z.string().max(60), params: z.record(z.string(), z.union([z.string(), z.number()])).optional() }),
);
export const purchaseConfirmed = event(
  'marketplace.purchase-confirmed.v1',
  z.object({ purchaseId: idSchema, personId: idSchema, voucherId: idSchema, voucherExpiresAt: instantSchema }),
);
export const purchaseRedeemed = event('marketplace.purchase-redeemed.v1', z.object({ purchaseId: idSchema, redeemedAt: instantSchema }));
/** The work is done: what was held is being paid. */
export const purchaseFulfilled = event('marketplace.purchase-fulfilled.v1', z.object({ purchaseId: idSchema, completedAt: instantSchema }));
export const purchaseSettled = event(
  'marketplace.purchase-settled.v1',
  z.object({ purchaseId: idSchema, providerId: idSchema, totalCents: cents, incentiveCents: cents, creditCents: cents, settledAt: instantSchema }),
);
/** The voucher ended unused; what was held goes back. */
export const purchaseEnded = event('marketplace.purchase-ended.v1', z.object({ purchaseId: idSchema, reason: z.enum(['cancelled', 'expired']) }));
/** Every cent of a purchase that wasn't made or used is back where it came from. */
export const purchaseReturned = event('marketplace.purchase-returned.v1', z.object({ purchaseId: idSchema, incentiveCents: cents, creditCents: cents }));
