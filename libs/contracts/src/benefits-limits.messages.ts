import { z } from 'zod';
import { idSchema } from './envelope/envelope';
import { event } from './envelope/message';

/** What a firm chose for its people's limits, and what they agreed to. Figures and ids alone. */
const cents = z.number().int().min(0).max(100_000_000);
const taxYear = z.number().int().min(2000).max(2100);

/** What happens at the threshold of art. 51 c.3 in a firm: nothing more can be had, or whoever agrees to the whole year being taxed may go on. */
export const aboveThresholdSchema = z.enum(['block', 'consent']);
export const thresholdChoiceMade = event('benefits.threshold-choice-made.v1', z.object({ choiceId: idSchema, firmId: idSchema, aboveThreshold: aboveThresholdSchema }));

/**
 * Somebody agreed to go above the threshold with a purchase or a claim. `taxableCents`: all that this employer gave in the year, which
 * becomes taxable; `agreedCents`: up to how much they had been told.
 */
export const thresholdConsented = event(
  'benefits.threshold-consented.v1',
  z.object({
    accountId: idSchema, firmId: idSchema, personId: idSchema, purchaseId: idSchema.optional(), claimId: idSchema.optional(), taxYear,
    thresholdCents: cents, taxableCents: cents, externalCents: cents, agreedCents: cents,
  }),
);
