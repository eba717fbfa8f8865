import { z } from 'zod';
import { idSchema, municipalitySchema } from './envelope/envelope';
import { event } from './envelope/message';
import { cupSchema, daySchema } from './programmes-aid.messages';

/** 1 million hours, far above any budget of mediators. */
const minutes = z.number().int().min(0).max(60_000_000);

/** A Comune's pot of hours after an event, in minutes; always budget = committed + used + free. None of these is money. */
export const hoursPotSchema = z.object({ municipality: municipalitySchema, budgetMinutes: minutes, committedMinutes: minutes, usedMinutes: minutes, freeMinutes: minutes });
export type HoursPot = z.infer<typeof hoursPotSchema>;

/** Number of the register or sheet that shows that hours were worked. Words would be a place for names. */
export const HOURS_REFERENCE = /^(?:[Rr]egistro |[Ff]oglio )?\d[\d/.-]{0,39}$/;

/** A fund of mediator hours with a pot for each Comune. Days are Rome's, the last one included. */
export const hoursFundOpened = event(
  'programmes.hours-fund-opened.v1',
  z.object({
    hoursFundId: idSchema,
    title: z.string().min(1).max(120),
    funder: z.string().min(1).max(120).optional(),
    cup: cupSchema.optional(),
    opensOn: daySchema,
    closesOn: daySchema,
    pots: z.array(hoursPotSchema).min(1).max(100),
  }),
);
const request = { hoursFundId: idSchema, requestId: idSchema, firmId: idSchema.optional() };
/** Hours of a Comune's pot were set apart; without a firm, an operator asked for a school or an office. */
export const hoursReserved = event('programmes.hours-reserved.v1', z.object({ ...request, minutes: minutes.min(1), reservedOn: daySchema, pot: hoursPotSchema }));
/** Hours were worked, which a reference proves; what was set apart beyond them is free again. */
export const hoursUsed = event('programmes.hours-used.v1', z.object({ ...request, usedMinutes: minutes.min(1), freedMinutes: minutes, workedOn: daySchema, proof: z.string().regex(HOURS_REFERENCE), pot: hoursPotSchema }));
/** Hours that were set apart aren't wanted any more, and all of them are free again. */
export const hoursGivenBack = event('programmes.hours-given-back.v1', z.object({ ...request, minutes: minutes.min(1), by: z.enum(['firm', 'operator']), pot: hoursPotSchema }));
