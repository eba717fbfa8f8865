import { z } from 'zod';
import { idSchema } from './envelope/envelope';
import { event } from './envelope/message';

const cents = z.number().int().min(0).max(100_000_000);
export const mealKindSchema = z.enum(['electronic', 'paper']);

/**
 * The meal vouchers of somebody's month, as they now stand: a later one takes its place. On which days they were at work stands beside
 * the state alone.
 */
export const mealVouchersRecorded = event(
  'benefits.meal-vouchers-recorded.v1',
  z.object({
    mealMonthId: idSchema, firmId: idSchema, personId: idSchema, month: z.string().regex(/^\d{4}-\d{2}$/), kind: mealKindSchema, valueCents: cents.min(1),
    days: z.number().int().min(0).max(31), exemptCents: cents, taxedCents: cents, isCorrection: z.boolean(),
  }),
);
