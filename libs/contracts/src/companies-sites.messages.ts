import { z } from 'zod';
import { idSchema, municipalitySchema } from './envelope/envelope';
import { event } from './envelope/message';

/** A day in Rome. */
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const interval = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/);
/** Seven days, Monday first, each with intervals `HH:MM-HH:MM` as clocks in Rome show them, in order and apart. */
const hours = z.array(z.array(interval).max(6)).length(7);

/** What others may know of a place; its name, address and instructions stay in its document. */
const siteFacts = {
  firmId: idSchema,
  siteId: idSchema,
  /** Belfiore code of the Comune. */
  municipality: municipalitySchema,
  /** Whether things are brought to and taken from it. */
  deliveryPoint: z.boolean(),
  hours,
  /** Days on which it stays closed, in order. */
  closingDays: z.array(day).max(100),
};

/** A firm has a place from a day on, which may be past or still to come. */
export const siteOpened = event('companies.site-opened.v1', z.object({ ...siteFacts, firstDay: day }));
/** What holds of a place was said anew, all of it: the hours from a day on, the rest from the event's time. `changed` may be empty, and names what stays in the document without saying it. */
export const siteChanged = event(
  'companies.site-changed.v1',
  z.object({
    ...siteFacts,
    from: day,
    changed: z.array(z.enum(['name', 'address', 'instructions', 'municipality', 'deliveryPoint', 'hours', 'closingDays'])).max(7),
  }),
);
/** A place has a last day; a later event of this kind puts the day right. */
export const siteClosed = event('companies.site-closed.v1', z.object({ firmId: idSchema, siteId: idSchema, lastDay: day }));
