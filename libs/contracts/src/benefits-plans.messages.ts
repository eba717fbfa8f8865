import { z } from 'zod';
import { idSchema, instantSchema } from './envelope/envelope';
import { event } from './envelope/message';

/**
 * What plans say, in versions. The text of a version stands beside the plan's state alone, since a firm may name somebody in it: an event
 * tells its SHA-256, by which anybody can check that it wasn't changed (ADR 0273).
 */
const cents = z.number().int().min(0).max(100_000_000);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** Letter of TUIR art. 51, e.g. `f-bis`. */
const letter = z.string().max(10);
const letters = z.array(letter).min(1).max(10);
/** An objective group of employees (docs/rules/employee-categories.json). */
const category = z.string().regex(/^[a-z0-9]{1,30}(-[a-z0-9]{1,30}){0,3}$/);

/**
 * What becomes of credit that is left at its end (rules.md 1.7). `zero`: it ends. `carry-over`: into the plan's next year. `earmark`: for so
 * many `days` it is spent on these `letters` alone. `solidarity-pool`: to the firm's pool. `pension-fund`: the firm pays it to the person's fund.
 */
export const residueSchema = z.object({ policy: z.enum(['zero', 'carry-over', 'earmark', 'solidarity-pool', 'pension-fund']), letters: letters.optional(), days: z.number().int().min(1).max(366).optional() });
export type Residue = z.infer<typeof residueSchema>;

/** Where a firm is stricter with claims than docs/rules/claim-terms.json. What is left out follows the table. */
export const planPracticeSchema = z.object({
  payerMustBeEmployee: z.boolean().optional(),
  currentYearOnly: z.boolean().optional(),
  noCash: z.boolean().optional(),
  dependentOnly: z.boolean().optional(),
  twoPersonsFromCents: cents.optional(),
});
export type PlanPractice = z.infer<typeof planPracticeSchema>;

/** Days are days in Rome, both included; amounts euro cents for each person and period. */
export const planTermsSchema = z.object({
  /** The version's first day. */
  validFrom: day,
  /** The plan's last day. */
  validTo: day,
  period: z.enum(['year', 'month']),
  /** In their order: a person is given the amount of the first group that they are in; one without a category is everybody. */
  groups: z
    .array(
      z.object({
        category: category.optional(),
        /** Of a group that is given hours what they are worth. */
        amountCents: cents.min(1),
        /** Given instead of euros: minutes for each person and period, and what an hour is worth. */
        hours: z.object({ minutes: z.number().int().min(1).max(60_000), hourCents: cents.min(60).max(100_000) }).optional(),
      }),
    )
    .min(1)
    .max(20),
  letters,
  residue: residueSchema,
  /** For how many days after the last day of work a leaver may claim what was spent before. */
  runOutDays: z.number().int().min(0).max(365),
  practice: planPracticeSchema,
});
export type PlanTerms = z.infer<typeof planTermsSchema>;

/** What a lot takes along of the version that it was given under: later versions don't touch it. */
export const lotPlanSchema = z.object({
  planId: idSchema,
  version: z.number().int().min(1),
  /** The plan's end as it was then. */
  endsAt: instantSchema,
  residue: residueSchema,
  runOutDays: z.number().int().min(0).max(365),
});
export type LotPlan = z.infer<typeof lotPlanSchema>;

const textHash = z.string().regex(/^[0-9a-f]{64}$/);
const plan = { planId: idSchema, firmId: idSchema };
/** `edition` counts the drafts of a plan: who publishes says which one they saw. */
export const planDrafted = event('benefits.plan-drafted.v1', z.object({ ...plan, edition: z.number().int().min(1), terms: planTermsSchema, textHash }));
/** A version that holds from its first day on. `review`: the tax office may ask why this isn't a plan for one person. */
export const planPublished = event(
  'benefits.plan-published.v1',
  z.object({ ...plan, number: z.number().int().min(1), edition: z.number().int().min(1), terms: planTermsSchema, textHash, publishedAt: instantSchema, review: z.enum(['single-employee']).optional() }),
);
