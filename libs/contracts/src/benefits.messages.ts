import { z } from 'zod';
import { idSchema, instantSchema } from './envelope/envelope';
import { lotPlanSchema } from './benefits-plans.messages';
import { command, event } from './envelope/message';

const cents = z.number().int().min(0).max(100_000_000);

/** Where a plan's obligation comes from (docs/rules). */
export const planSourceSchema = z.enum(['CCNL', 'ACCORDO_2LIV', 'REGOLAMENTO_VINCOLANTE', 'ATTO_UNILATERALE']);

export const planOpened = event(
  'benefits.plan-opened.v1',
  /** Without `isDraft` credit can be given at once, under no terms but the law's. */
  z.object({ planId: idSchema, firmId: idSchema, title: z.string().max(120), source: planSourceSchema, isDraft: z.boolean().optional() }),
);
/** 1,000 hours, far above what anybody is given at once. */
export const minutesSchema = z.number().int().min(0).max(60_000);
/** Of all lots of an account. */
const minutesSum = z.number().int().min(0).max(12_000_000);
/** A slice of credit with a tax letter, an origin, a unit and a validity. */
export const lotTermsSchema = z.object({
  /** Of a lot of hours what all of them are worth: the firm's money behind them, and never a part of an account's euros (ADR 0284). */
  amountCents: cents.min(1),
  /** Letter of TUIR art. 51, e.g. `c.3`. */
  letter: z.string().max(10),
  origin: z.enum(['plan', 'premio-di-risultato', 'gift', 'refund', 'carry-over', 'solidarity-pool']),
  unit: z.enum(['EUR', 'HOUR']),
  /** Of a lot of hours: its minutes, and what an hour is worth, 60 cents or more, so that each minute is worth one. */
  hours: z.object({ minutes: minutesSchema.min(1), hourCents: cents.min(60).max(100_000) }).optional(),
  validFrom: instantSchema,
  validUntil: instantSchema,
  /** A basket: it may be spent on any of these; on `letter` alone where there is none. */
  letters: z.array(z.string().max(10)).min(1).max(10).optional(),
  /** Absent where no published version governs it. */
  plan: lotPlanSchema.optional(),
  /** The credit run that its firm is asked to pay for; what goes on in another lot is still of that run. Absent in credit from before. */
  runId: idSchema.optional(),
});
/** What is taken from a lot, or goes back to it, and of which run it is. */
export const lotShareSchema = z.object({ lotId: idSchema, amountCents: cents, minutes: minutesSchema.min(1).optional(), runId: idSchema.optional() });
export type LotTerms = z.infer<typeof lotTermsSchema>;
export const creditRunStarted = event(
  'benefits.credit-run-started.v1',
  z.object({ runId: idSchema, planId: idSchema, firmId: idSchema, lot: lotTermsSchema, personIds: z.array(idSchema).min(1).max(1_000) }),
);
export const creditRunCompleted = event(
  'benefits.credit-run-completed.v1',
  z.object({ runId: idSchema, planId: idSchema, firmId: idSchema, accounts: z.number().int().positive(), totalCents: cents }),
);
const account = { accountId: idSchema };
/** Figures of an account after an event, by unit: balance = spendable + held. Minutes are there where the account has a lot of hours. */
export const accountFigures = { spendableCents: cents, heldCents: cents, spendableMinutes: minutesSum.optional(), heldMinutes: minutesSum.optional() };
const figures = accountFigures;
/** What one lot pays. Of a lot of hours the minutes, and the euro of a price that they stand for. */
const lotShares = z.array(lotShareSchema).max(200);
/** There where hours pay instead of euros; `amountCents` is then the price that they pay, which the firm owes. */
const paidMinutes = { minutes: minutesSchema.min(1).optional() };
export const creditAdded = event(
  'benefits.credit-added.v1',
  /** `freed`: a cent that rounding leaves of the firm's money where a lot of hours comes beside others, and that is free again. */
  z.object({ ...account, firmId: idSchema, personId: idSchema, lotId: idSchema, lot: lotTermsSchema, freed: lotShares.optional(), ...figures }),
);
export const creditWithdrawn = event(
  'benefits.credit-withdrawn.v1',
  z.object({ ...account, amountCents: cents.min(1), ...paidMinutes, reason: z.string().max(200), lots: lotShares, ...figures }),
);
const taxYear = z.number().int().min(2000).max(2100);
/**
 * What somebody declares of a tax year for the threshold of art. 51 c.3: what other employers gave, and whether a child is
 * dependent. Whose child stands beside the account's state alone. A later one of the same year takes its place.
 */
export const yearDeclared = event(
  'benefits.year-declared.v1',
  z.object({ ...account, taxYear, externalCents: cents, dependentChild: z.boolean(), declaration: z.object({ code: z.enum(['fringe-threshold']), version: z.string().regex(/^\d{4}-\d{2}$/) }) }),
);
/** What the threshold of a tax year came to on an account. A later one of the same year corrects it. */
export const yearSettled = event(
  'benefits.year-settled.v1',
  z.object({ ...account, firmId: idSchema, personId: idSchema, taxYear, ownCents: cents, externalCents: cents, thresholdCents: cents, taxableCents: cents, isCorrection: z.boolean() }),
);
const settlementOf = { settlementId: idSchema, firmId: idSchema, taxYear };
export const settlementStarted = event('benefits.settlement-started.v1', z.object(settlementOf));
/** Sums so far, and of everybody a firm has. */
const settledSums = { accounts: z.number().int().min(0), taxableAccounts: z.number().int().min(0), taxableCents: z.number().int().min(0) };
/** A page of accounts is settled; `after` is where the next one begins. */
export const settlementAdvanced = event('benefits.settlement-advanced.v1', z.object({ ...settlementOf, ...settledSums, after: idSchema }));
export const settlementCompleted = event('benefits.settlement-completed.v1', z.object({ ...settlementOf, ...settledSums }));
const hold = { ...account, purchaseId: idSchema };
export const holdCredit = command(
  'benefits.hold-credit.v1',
  z.object({
    ...hold,
    amountCents: cents,
    ...paidMinutes,
    letter: z.string().max(10),
    /** Value of the benefit for the threshold of art. 51 c.3, whoever pays for it behind the employer. */
    benefitValueCents: cents,
    /** Tax period: the Roman year of the choice (docs/rules). */
    taxYear,
    expiresAt: instantSchema,
    /** Up to how much of the year's benefits the person agreed to have taxed, where this takes them above the threshold. */
    thresholdConsentCents: cents.optional(),
  }),
);
export const pinCredit = command('benefits.pin-credit.v1', z.object(hold));
export const spendCredit = command('benefits.spend-credit.v1', z.object(hold));
export const releaseCredit = command('benefits.release-credit.v1', z.object(hold));
export const creditHeld = event(
  'benefits.credit-held.v1',
  z.object({
    ...hold,
    amountCents: cents,
    ...paidMinutes,
    lots: lotShares,
    letter: z.string().max(10),
    benefitValueCents: cents,
    taxYear: z.number().int(),
    expiresAt: instantSchema,
    ...figures,
  }),
);
export const creditRefused = event(
  'benefits.credit-refused.v1',
  z.object({ ...hold, code: z.string().max(60), params: z.record(z.string(), z.union([z.string(), z.number()])).optional() }),
);
export const creditPinned = event('benefits.credit-pinned.v1', z.object({ ...hold, amountCents: cents }));
export const creditSpent = event(
  'benefits.credit-spent.v1',
  /** `freed`: what the minutes of a lot were worth above the price, of which the firm's money is free again. */
  z.object({ ...hold, firmId: idSchema, amountCents: cents, ...paidMinutes, lots: lotShares, freed: lotShares.optional(), ...figures }),
);
/** Lots that expired while the purchase held them live on until `extendedUntil`. */
export const creditReleased = event(
  'benefits.credit-released.v1',
  z.object({ ...hold, amountCents: cents, ...paidMinutes, lots: lotShares, reason: z.enum(['released', 'expired']), extendedLotIds: z.array(idSchema).max(200).optional(), extendedUntil: instantSchema.optional(), ...figures }),
);
/** What a firm owes for the credit that its people spent. */
export const firmDebtAdded = event(
  'benefits.firm-debt-added.v1',
  z.object({ billId: idSchema, firmId: idSchema, purchaseId: idSchema, amountCents: cents, owesCents: cents }),
);
