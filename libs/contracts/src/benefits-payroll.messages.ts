import { z } from 'zod';
import { idSchema, instantSchema } from './envelope/envelope';
import { event } from './envelope/message';

/**
 * What a firm's payroll does. No event tells whose amounts a month holds, or under which letter: that stands beside the state of a
 * closing alone (ADR 0264).
 */
const firm = { firmId: idSchema };

/** A firm's administrator let somebody do its payroll; the role follows. */
export const payrollAppointed = event('benefits.payroll-appointed.v1', z.object({ staffId: idSchema, ...firm, personId: idSchema }));

const sum = z.number().int().min(-1_000_000_000_000).max(1_000_000_000_000);
/**
 * Payroll took a month, with whatever of earlier ones no closing had. `number` counts a firm's closings from 1; sums are of the month
 * itself, corrections of the months before it.
 */
export const payrollMonthClosed = event(
  'benefits.payroll-month-closed.v1',
  z.object({
    closingId: idSchema, ...firm, number: z.number().int().min(1), month: z.string().regex(/^\d{4}-\d{2}$/), closedAt: instantSchema, people: z.number().int().min(0),
    reimbursedCents: sum, inKindCents: sum, pensionCents: sum.optional(), premiumCents: sum.optional(), mealExcessCents: sum.optional(), corrections: z.number().int().min(0), correctedCents: sum,
  }),
);
