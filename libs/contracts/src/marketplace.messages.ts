import { z } from 'zod';
import { idSchema, instantSchema, municipalitySchema, serviceCodeSchema } from './envelope/envelope';
import { event } from './envelope/message';
import { daySchema } from './programmes-aid.messages';
import { PAYMENT_REFERENCE } from './programmes.messages';

const cents = z.number().int().min(0).max(100_000_000);

/** Who pays what: the declared cascade of a purchase. */
export const shareSchema = z.object({ source: z.enum(['incentive', 'credit']), amountCents: cents });
export type Share = z.infer<typeof shareSchema>;

/** What a quote rested on, so that it can be made again under another rule: the firm's allotments as they stood, whether or not one paid. */
export const quotedOnSchema = z.object({
  serviceCode: serviceCodeSchema,
  /** The network whose price it was, and what others would have paid; not there where it was the list's price. */
  networkPrice: z.object({ networkId: idSchema, listPriceCents: cents.min(1) }).optional(),
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

/** What the firm's owner pays of what is bought for them: no credit and no letter of TUIR art. 51, on an order receipt instead of a welfare voucher. */
export const ownPartSchema = z.object({
  /** Transferred before anything is issued; 0 where the incentive pays all. */
  amountCents: cents,
  /** Sixteen digits to be written on the transfer, the last two checking the others. */
  reference: z.string().regex(/^\d{16}$/),
  /** Until then the transfer must have been received. */
  dueAt: instantSchema,
  /** How long the order receipt is valid from the day of the transfer's receipt, that day not counted. */
  validityDays: z.number().int().min(1).max(1_000),
  /** The administrator who asked for it in the owner's name. */
  requestedByPersonId: idSchema,
});
export type OwnPart = z.infer<typeof ownPartSchema>;

export const purchaseRequested = event(
  'marketplace.purchase-requested.v1',
  z.object({
    purchaseId: idSchema,
    personId: idSchema,
    firmId: idSchema,
    /** Of an employee; an owner has none. */
    accountId: idSchema.optional(),
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
    /** Minutes of the account's hours that pay `creditCents`, instead of its euros. */
    creditMinutes: z.number().int().min(1).max(60_000).optional(),
    /** Letter of TUIR art. 51 and its year; an owner's purchase has neither. */
    taxLetter: z.string().max(10).optional(),
    taxYear: z.number().int().optional(),
    /** Up to how much of the year's benefits the buyer agreed to have taxed, where this takes them above the threshold. */
    thresholdConsentCents: cents.optional(),
    /** Unknown until the transfer comes, where one is awaited. */
    voucherExpiresAt: instantSchema.optional(),
    /** Until then everything must be held and the voucher issued. */
    deadlineAt: instantSchema,
    own: ownPartSchema.optional(),
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
  z.object({ purchaseId: idSchema, providerId: idSchema, totalCents: cents, incentiveCents: cents, creditCents: cents, ownCents: cents.optional(), settledAt: instantSchema }),
);
/** The voucher ended unused; what was held goes back. */
export const purchaseEnded = event('marketplace.purchase-ended.v1', z.object({ purchaseId: idSchema, reason: z.enum(['cancelled', 'expired']) }));
/** Every cent of a purchase that wasn't made or used is back where it came from; what the owner had transferred of it is owed back. */
export const purchaseReturned = event(
  'marketplace.purchase-returned.v1',
  z.object({ purchaseId: idSchema, incentiveCents: cents, creditCents: cents, ownCents: cents.optional() }),
);

const transfer = { purchaseId: idSchema, firmId: idSchema, amountCents: cents.min(1), bankReference: z.string().regex(PAYMENT_REFERENCE) };
/** The owner's transfer came and pays: the order receipt is issued until `voucherExpiresAt`. */
export const transferReceived = event('marketplace.transfer-received.v1', z.object({ ...transfer, receivedOn: daySchema, voucherExpiresAt: instantSchema }));
/** A transfer came for a purchase that has ended or has been paid already: it is owed back. */
export const transferOwedBack = event('marketplace.transfer-owed-back.v1', z.object({ ...transfer, receivedOn: daySchema }));
/** What was owed back of a purchase was transferred to the owner. */
export const transferPaidBack = event('marketplace.transfer-paid-back.v1', z.object({ ...transfer, paidOn: daySchema }));
