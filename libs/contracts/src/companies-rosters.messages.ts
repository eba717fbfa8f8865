import { z } from 'zod';
import { idSchema } from './envelope/envelope';
import { event } from './envelope/message';

/** A firm said who works when in a month, for some of its people or all: by number alone, since who and when stay in the document. */
export const rosterTaken = event(
  'companies.roster-taken.v1',
  z.object({
    rosterId: idSchema,
    firmId: idSchema,
    month: z.string().regex(/^\d{4}-\d{2}$/),
    /** People and shifts of the file, and shifts of the whole month after it. */
    people: z.number().int().min(1).max(1_000),
    shifts: z.number().int().min(1).max(1_000),
    shiftsInMonth: z.number().int().min(1).max(5_000),
  }),
);
