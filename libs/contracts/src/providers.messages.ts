import { z } from 'zod';
import { idSchema, instantSchema, serviceCodeSchema } from './envelope/envelope';
import { event } from './envelope/message';

const cents = z.number().int().min(0).max(100_000_000);

export const providerRegistered = event('providers.provider-registered.v1', z.object({ providerId: idSchema, managerPersonId: idSchema }));
export const providerAccredited = event('providers.provider-accredited.v1', z.object({ providerId: idSchema, operatorPersonId: idSchema }));
export const offerImportAccepted = event(
  'providers.offer-import-accepted.v1',
  z.object({ importId: idSchema, providerId: idSchema, rows: z.number().int().positive().max(1_000) }),
);
export const offerImportCompleted = event(
  'providers.offer-import-completed.v1',
  z.object({ importId: idSchema, providerId: idSchema, published: z.number().int().min(0), unchanged: z.number().int().min(0) }),
);
/** An offer as it can be bought from now on; a later one of the same offer replaces it. */
export const offerPublished = event(
  'providers.offer-published.v1',
  z.object({
    offerId: idSchema,
    providerId: idSchema,
    code: z.string().max(40),
    title: z.string().max(120),
    priceCents: cents.min(1),
    /** Eligible-service code of the calls, e.g. `laundry-ironing`. */
    serviceCode: serviceCodeSchema,
    /** Letter of TUIR art. 51 by default of the service (docs/rules), e.g. `c.3`. */
    taxLetter: z.string().max(10),
    /** A voucher is good for so many days at most. */
    maxValidityDays: z.number().int().min(1).max(366),
    /** How long the service lasts, where it is sold by time: hours of credit can pay it then. */
    durationMinutes: z.number().int().min(1).max(6_000).optional(),
    /** Counts the publications of this offer. */
    revision: z.number().int().positive(),
    /** When the price list that it comes from was accepted. */
    asOf: instantSchema.optional(),
    /** Lower prices for the firms of a network (contratto di rete) that are members on the day of the order. */
    networkPrices: z.array(z.object({ networkId: idSchema, priceCents: cents.min(1) })).max(20).optional(),
  }),
);
const orderData = {
  orderId: idSchema,
  providerId: idSchema,
  offerId: idSchema,
  purchaseId: idSchema,
  voucherId: idSchema,
  holderPersonId: idSchema,
  priceCents: cents,
};
/** A voucher was redeemed: there is work to do. */
export const orderOpened = event('providers.order-opened.v1', z.object(orderData));
export const workCompleted = event('providers.work-completed.v1', z.object({ ...orderData, completedAt: instantSchema }));
/** A settled purchase entered the provider's statement of a month. */
export const statementEntryAdded = event(
  'providers.statement-entry-added.v1',
  z.object({
    statementId: idSchema,
    providerId: idSchema,
    /** `YYYY-MM`, in Rome. */
    month: z.string().regex(/^\d{4}-\d{2}$/),
    purchaseId: idSchema,
    amountCents: cents,
    dueCents: z.number().int().min(0),
  }),
);

/** Posts and hours of one month at most. */
export const MAX_WORK_POSTS = 1_000;
export const MAX_WORK_HOURS = 100_000;
const workBySexSchema = z.object({ posts: z.number().int().min(0).max(MAX_WORK_POSTS), hours: z.number().int().min(0).max(MAX_WORK_HOURS) });
export type WorkBySex = z.infer<typeof workBySexSchema>;
/** A provider said how much work a call created with it in a month, in numbers alone; said again, the last one holds. */
export const workDeclared = event(
  'providers.work-declared.v1',
  z.object({
    workDeclarationId: idSchema,
    providerId: idSchema,
    callId: idSchema,
    /** `YYYY-MM`, in Rome. */
    month: z.string().regex(/^\d{4}-\d{2}$/),
    women: workBySexSchema,
    men: workBySexSchema,
    extraOpeningHours: z.number().int().min(0).max(MAX_WORK_HOURS).optional(),
    by: idSchema,
  }),
);
