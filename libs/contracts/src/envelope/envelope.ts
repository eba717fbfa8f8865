import { ANY_ID } from '@salvatempo/kernel';
import { z } from 'zod';

/** Ids of aggregates, people, purchases: a short prefix and Crockford base 32. */
export const idSchema = z.string().regex(ANY_ID);
/** Code of a service in calls and price lists, e.g. `laundry-ironing`. */
export const serviceCodeSchema = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);
/** Belfiore code of a Comune, e.g. `E648`. */
export const municipalitySchema = z.string().regex(/^[A-Z]\d{3}$/);
export const instantSchema = z.iso.datetime({ precision: 3 });

/**
 * CloudEvents 1.0 in structured JSON, the same text on every log. `sequence` and `previoushash` are there on events
 * (the aggregate's own chain), absent on commands.
 */
export const envelopeSchema = z.object({
  specversion: z.literal('1.0'),
  id: z.string().min(1).max(200),
  source: z.string().regex(/^\/salvatempo\/[a-z]+$/),
  type: z.string().regex(/^[a-z]+\.[a-z0-9-]+\.v[1-9][0-9]*$/),
  subject: z.string().min(1).max(100),
  time: instantSchema,
  datacontenttype: z.literal('application/json'),
  partitionkey: z.string().min(1).max(100),
  sequence: z.number().int().positive().optional(),
  previoushash: z.string().max(64).optional(),
  correlationid: z.string().min(1).max(200),
  causationid: z.string().min(1).max(200),
  tenantid: z.string().min(1).max(100),
  traceparent: z.string().max(60).optional(),
  data: z.record(z.string(), z.unknown()),
});

type Parsed = z.infer<typeof envelopeSchema>;

/** A message as it is published and received. */
export interface Envelope<D extends object = Record<string, unknown>> extends Omit<Parsed, 'data'> {
  readonly data: D;
}
