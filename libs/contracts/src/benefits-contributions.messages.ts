import { z } from 'zod';
import { accountFigures as figures, lotShareSchema } from './benefits.messages';
import { idSchema, instantSchema } from './envelope/envelope';
import { event } from './envelope/message';

/**
 * Credit that people have paid into a pension or health fund. Which fund it is, their number with it and the transfer's reference stand beside the
 * contribution's state alone; of the kind of fund only the account's own events tell, which counts a limit for each (ADR 0286).
 */
const cents = z.number().int().min(0).max(100_000_000);
const contribution = { contributionId: idSchema };
const taxYear = z.number().int().min(2000).max(2100);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const code = z.string().regex(/^[a-z]{2,20}(-[a-z]{1,20}){0,5}$/);

export const contributionAsked = event(
  'benefits.contribution-asked.v1',
  z.object({ ...contribution, accountId: idSchema, firmId: idSchema, personId: idSchema, amountCents: cents.min(1), taxYear, askedOn: day }),
);
/** Its credit is held: payroll has it before it, and should pay it by `dueOn`. */
export const contributionOpened = event('benefits.contribution-opened.v1', z.object({ ...contribution, dueOn: day }));
/** The account had a reason not to hold its credit, or payroll one not to pay it: a published code. `leftCents` of the year's limit, where that was the reason. */
export const contributionRefused = event('benefits.contribution-refused.v1', z.object({ ...contribution, by: z.enum(['account', 'payroll']), code, leftCents: cents.optional() }));
/** The person called it off before it was paid. */
export const contributionWithdrawn = event('benefits.contribution-withdrawn.v1', z.object(contribution));
/** The firm paid it to the fund on a day in Rome. */
export const contributionPaid = event('benefits.contribution-paid.v1', z.object({ ...contribution, firmId: idSchema, personId: idSchema, amountCents: cents.min(1), taxYear, paidOn: day }));

const onAccount = { ...contribution, accountId: idSchema };
const lots = z.array(lotShareSchema).max(200);
/** Credit is set aside and counted in the year's limit of its kind; `elsewhereCents` is what the person says was paid in the year otherwise. */
export const contributionCreditHeld = event(
  'benefits.contribution-credit-held.v1',
  z.object({ ...onAccount, kind: z.enum(['pension', 'health']), amountCents: cents.min(1), lots, taxYear, elsewhereCents: cents, ...figures }),
);
export const contributionCreditRefused = event(
  'benefits.contribution-credit-refused.v1',
  z.object({ ...onAccount, code: z.enum(['contribution-above-limit', 'contribution-credit', 'contribution-letter', 'no-contribution-rule', 'account-too-many-holds']), leftCents: cents.optional() }),
);
/** It won't be paid: back to the lots that it came from, of which those that expired meanwhile live on until `extendedUntil`, and no more in the year's limit. */
export const contributionCreditReleased = event(
  'benefits.contribution-credit-released.v1',
  z.object({ ...onAccount, amountCents: cents, returned: lots, extendedLotIds: z.array(idSchema).max(200), extendedUntil: instantSchema, ...figures }),
);
/** It was paid: it stays in the year's limit. */
export const contributionCreditSpent = event('benefits.contribution-credit-spent.v1', z.object({ ...onAccount, firmId: idSchema, amountCents: cents.min(1), lots, ...figures }));
