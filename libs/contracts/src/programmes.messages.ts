import { z } from 'zod';
import { idSchema, instantSchema, serviceCodeSchema } from './envelope/envelope';
import { command, event } from './envelope/message';

const cents = z.number().int().min(0).max(100_000_000_000);

/** The terms of a call, as published. Figures of a call are data, never code. */
export const callTermsSchema = z.object({
  title: z.string().max(120),
  /** Share of the price, 7,000 is 70%. */
  incentiveBasisPoints: z.number().int().min(1).max(10_000),
  firmCapCents: cents.min(1),
  personCapCents: cents.min(1),
  budgetCents: cents.min(1),
  maxHeadcount: z.number().int().min(1).max(100_000),
  /** Which of the two counts `maxHeadcount` looks at (docs/rules, headcount). */
  headcountBasis: z.enum(['employees', 'occupati']),
  eligibleServiceCodes: z.array(serviceCodeSchema).min(1).max(50),
  /** Applications and purchases are taken from the first to the last instant. */
  opensAt: instantSchema,
  closesAt: instantSchema,
});
export type CallTerms = z.infer<typeof callTermsSchema>;

/** The figures of a call's fund after an event; always budget = committed + paid + free. */
export const fundSchema = z.object({ budgetCents: cents, committedCents: cents, paidCents: cents, freeCents: cents });
export type FundFigures = z.infer<typeof fundSchema>;

export const callOpened = event('programmes.call-opened.v1', z.object({ callId: idSchema, terms: callTermsSchema, fund: fundSchema }));
const allotment = { callId: idSchema, allotmentId: idSchema, firmId: idSchema };
/** A firm applied; the call decides whether its cap can be reserved against the budget. */
export const allotmentRequested = event('programmes.allotment-requested.v1', z.object({ ...allotment, askedCents: cents.min(1) }));
export const allotmentReserved = event('programmes.allotment-reserved.v1', z.object({ ...allotment, amountCents: cents.min(1), fund: fundSchema }));
export const allotmentDeclined = event('programmes.allotment-declined.v1', z.object({ ...allotment, code: z.string().max(60) }));
export const allotmentGranted = event(
  'programmes.allotment-granted.v1',
  z.object({ ...allotment, amountCents: cents.min(1), terms: callTermsSchema }),
);
export const allotmentRefused = event('programmes.allotment-refused.v1', z.object({ ...allotment, code: z.string().max(60) }));

const incentive = { allotmentId: idSchema, purchaseId: idSchema };
/** Figures of an allotment after an event: granted = free + held + paid. */
const left = { heldCents: cents, paidCents: cents, freeCents: cents };
export const holdIncentive = command(
  'programmes.hold-incentive.v1',
  z.object({ ...incentive, personId: idSchema, amountCents: cents.min(1), expiresAt: instantSchema }),
);
export const pinIncentive = command('programmes.pin-incentive.v1', z.object(incentive));
export const payIncentive = command('programmes.pay-incentive.v1', z.object(incentive));
export const releaseIncentive = command('programmes.release-incentive.v1', z.object(incentive));
export const incentiveHeld = event(
  'programmes.incentive-held.v1',
  z.object({ ...incentive, amountCents: cents, expiresAt: instantSchema, ...left }),
);
export const incentiveRefused = event('programmes.incentive-refused.v1', z.object({ ...incentive, code: z.string().max(60) }));
export const incentivePinned = event('programmes.incentive-pinned.v1', z.object({ ...incentive, amountCents: cents }));
export const incentivePaid = event(
  'programmes.incentive-paid.v1',
  z.object({ ...incentive, callId: idSchema, firmId: idSchema, amountCents: cents, ...left }),
);
export const incentiveReleased = event(
  'programmes.incentive-released.v1',
  z.object({ ...incentive, amountCents: cents, reason: z.enum(['released', 'expired']), ...left }),
);

const personCap = { personCapId: idSchema, purchaseId: idSchema };
const used = { heldCents: cents, usedCents: cents };
export const holdPersonCap = command(
  'programmes.hold-person-cap.v1',
  z.object({ ...personCap, callId: idSchema, personId: idSchema, capCents: cents, amountCents: cents.min(1), expiresAt: instantSchema }),
);
export const pinPersonCap = command('programmes.pin-person-cap.v1', z.object(personCap));
export const usePersonCap = command('programmes.use-person-cap.v1', z.object(personCap));
export const releasePersonCap = command('programmes.release-person-cap.v1', z.object(personCap));
export const personCapHeld = event(
  'programmes.person-cap-held.v1',
  z.object({ ...personCap, callId: idSchema, personId: idSchema, amountCents: cents, expiresAt: instantSchema, ...used }),
);
export const personCapRefused = event('programmes.person-cap-refused.v1', z.object({ ...personCap, code: z.string().max(60) }));
export const personCapPinned = event('programmes.person-cap-pinned.v1', z.object({ ...personCap, amountCents: cents }));
export const personCapUsed = event('programmes.person-cap-used.v1', z.object({ ...personCap, amountCents: cents, ...used }));
export const personCapReleased = event(
  'programmes.person-cap-released.v1',
  z.object({ ...personCap, amountCents: cents, reason: z.enum(['released', 'expired']), ...used }),
);
/** The fund moved an amount from committed to paid. */
export const fundPaymentRecorded = event(
  'programmes.fund-payment-recorded.v1',
  z.object({ callId: idSchema, purchaseId: idSchema, amountCents: cents.min(1), fund: fundSchema }),
);
