import { z } from 'zod';
import { idSchema, instantSchema } from './envelope/envelope';
import { event } from './envelope/message';
import { daySchema } from './programmes-aid.messages';

/**
 * Premi di risultato. What somebody earned the year before, and why a premium isn't favoured, is in no event: only that it is or isn't
 * (ADR 0277).
 */
const cents = z.number().int().min(0).max(100_000_000);
const basisPoints = z.number().int().min(0).max(10_000);
const letter = z.string().max(10);
const letters = z.array(letter).max(5);
const year = z.number().int().min(2016).max(2100);

export const premiumKindSchema = z.enum(['increments', 'joint-involvement', 'profit-sharing']);

/** A firm brought in the contract that its premiums rest on. `eligible`: variable and measurable, and deposited in time. */
export const premiumContractRecorded = event(
  'benefits.premium-contract-recorded.v1',
  z.object({ contractId: idSchema, firmId: idSchema, title: z.string().max(120), kind: premiumKindSchema, signedOn: daySchema, depositedOn: daySchema.optional(), variableMeasurable: z.boolean(), eligible: z.boolean(), allowsConversion: z.boolean(), letters }),
);

const premiumImport = { premiumImportId: idSchema, firmId: idSchema };
export const premiumImportAccepted = event('benefits.premium-import-accepted.v1', z.object({ ...premiumImport, contractId: idSchema, rows: z.number().int().positive().max(1_000) }));
const people = z.number().int().min(0).max(1_000);
/** `kept`: of somebody who has chosen already, so that the file changed nothing. */
export const premiumImportCompleted = event('benefits.premium-import-completed.v1', z.object({ ...premiumImport, offered: people, unchanged: people, kept: people }));

const premium = { premiumId: idSchema, firmId: idSchema, personId: idSchema, year, paidOn: daySchema };
/** What somebody gets with the payroll of that day, and how much of it they may have as welfare credit until `chooseUntil`. A later one takes its place. */
export const premiumOffered = event(
  'benefits.premium-offered.v1',
  z.object({
    ...premium, contractId: idSchema, amountCents: cents.min(1), favoured: z.boolean(), capCents: cents, taxBasisPoints: basisPoints, contributionsBasisPoints: basisPoints,
    convertibleCents: cents, letters, chooseUntil: instantSchema, creditUntil: instantSchema,
  }),
);
/**
 * Once for all: what becomes credit, what is paid at the substitute tax and what with ordinary tax. `by`: the person; the time that was over; or there was nothing to choose. `otherEmployersCents`: what other employers
 * converted or paid at the substitute tax in the year, which left the less of the cap; absent where the person said nothing of it.
 */
export const premiumChosen = event(
  'benefits.premium-chosen.v1',
  z.object({ ...premium, convertedCents: cents, favouredCents: cents, ordinaryCents: cents, letter: letter.optional(), creditUntil: instantSchema, by: z.enum(['person', 'deadline', 'nothing']), otherEmployersCents: cents.optional() }),
);

const premiumYear = { premiumYearId: idSchema, personId: idSchema, year, premiumId: idSchema };
const sequence = z.number().int().min(0);
/**
 * Of a person's cap of a year so much is set aside for a choice that is being made, until it is settled or released. `knownCents`: what the person's other premiums here have of it at that moment. From `lookAt` on the
 * premium is asked what became of the choice, which it refuses after `chooseBy`.
 */
export const premiumCapHeld = event(
  'benefits.premium-cap-held.v1',
  z.object({ ...premiumYear, attemptId: idSchema, heldCents: cents, knownCents: cents, capCents: cents, chooseBy: instantSchema, lookAt: instantSchema }),
);
/** What a premium has of the cap now, as its event of that sequence says. `isHoldOver`: nothing is set aside for it any more. */
export const premiumCapSettled = event('benefits.premium-cap-settled.v1', z.object({ ...premiumYear, usedCents: cents, premiumSequence: sequence, isHoldOver: z.boolean() }));
/** The choice was refused: what it held is free again. */
export const premiumCapReleased = event('benefits.premium-cap-released.v1', z.object({ ...premiumYear, attemptId: idSchema }));
/** A choice took too long: nobody knows here whether it was made. */
export const premiumCapOverdue = event('benefits.premium-cap-overdue.v1', z.object({ premiumYearId: idSchema, premiumId: idSchema, attemptId: idSchema }));
