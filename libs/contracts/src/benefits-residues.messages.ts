import { z } from 'zod';
import { accountFigures as figures, lotTermsSchema, minutesSchema } from './benefits.messages';
import { idSchema, instantSchema } from './envelope/envelope';
import { event } from './envelope/message';

/** What becomes of credit at its end, by the plan's version under which it was given (ADR 0274). */
const cents = z.number().int().min(0).max(100_000_000);
const account = { accountId: idSchema, firmId: idSchema, personId: idSchema };
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** What was left of a lot leaves it: it ends, goes to another lot of the account (`to`), to the firm's pool, or is to be paid to a pension fund. */
export const residueSettled = event(
  'benefits.residue-settled.v1',
  z.object({
    ...account,
    lotId: idSchema,
    planId: idSchema,
    version: z.number().int().min(1),
    policy: z.enum(['zero', 'carry-over', 'earmark', 'solidarity-pool', 'pension-fund']),
    /** By the lot's last day, or by the run-out of somebody who left. */
    reason: z.enum(['ended', 'left']),
    /** Of hours what they were worth. */
    amountCents: cents.min(1),
    /** There where the lot was of hours. */
    minutes: minutesSchema.min(1).optional(),
    to: z.object({ lotId: idSchema, lot: lotTermsSchema }).optional(),
    /** The credit run that the lot is of. */
    runId: idSchema.optional(),
    /** Of what goes to a pension fund: in whose limit it counts. */
    taxYear: z.number().int().min(2000).max(2100).optional(),
    ...figures,
  }),
);

const lots = z.array(z.object({ lotId: idSchema, validUntil: instantSchema })).min(1).max(200);
/** Somebody leaves the firm: until when each lot of a plan may still be claimed against, by the plan's run-out. */
export const runOutBegun = event('benefits.run-out-begun.v1', z.object({ ...account, lastDay: day, lots, ...figures }));
/** Somebody works for the firm again: lots that are still there end when they first would have. */
export const runOutEnded = event('benefits.run-out-ended.v1', z.object({ ...account, lots, ...figures }));

const pool = { poolId: idSchema, firmId: idSchema };
/** Residue came to a firm's solidarity pool; of whom, it doesn't say. */
export const poolFilled = event('benefits.pool-filled.v1', z.object({ ...pool, planId: idSchema, amountCents: cents.min(1), balanceCents: cents }));
/** Credit is given from the pool to a group of a plan, to each the same, by the run named. */
export const poolDrawn = event(
  'benefits.pool-drawn.v1',
  z.object({ ...pool, planId: idSchema, runId: idSchema, amountCents: cents.min(1), balanceCents: cents, lot: lotTermsSchema, personIds: z.array(idSchema).min(1).max(1_000) }),
);
