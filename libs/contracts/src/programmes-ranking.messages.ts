import { z } from 'zod';
import { idSchema, instantSchema } from './envelope/envelope';
import { event } from './envelope/message';
import { pointsSchema, rankedSchema } from './points-table';
import { decisionFactsSchema, declaredSchema, fundSchema } from './programmes.messages';

const cents = z.number().int().min(0).max(100_000_000_000);
const application = { callId: idSchema, allotmentId: idSchema, firmId: idSchema };
const place = z.number().int().min(1);

/** A ranked call has a firm's application; whatever comes of it, the ranking waits for it. */
export const applicationSubmitted = event('programmes.application-submitted.v1', z.object({ ...application, askedCents: cents.min(1), requestedAt: instantSchema, declared: declaredSchema }));
/** The firm is eligible and has its points; nothing is reserved yet. */
export const applicationAdmitted = event('programmes.application-admitted.v1', z.object({ ...application, amountCents: cents.min(1), facts: decisionFactsSchema.extend({ points: pointsSchema }) }));

/** A line of the ranking. `freeCents`: what was free in the fund when its turn came. */
const lineSchema = z.object({ allotmentId: idSchema, firmId: idSchema, points: z.number().int().min(0), amountCents: cents.min(1), granted: z.boolean(), freeCents: cents });
/** The ranking in its order, with the seed that anybody can make it again with, and what it reserved in the fund all at once. */
export const rankingMade = event('programmes.ranking-made.v1', z.object({ callId: idSchema, seed: z.string().regex(/^[0-9A-HJKMNP-TV-Z]{52}$/), lines: z.array(lineSchema).max(1_000), fund: fundSchema }));
/** Money came back, and the next of the ranking has it (scorrimento). */
export const rankingAdvanced = event('programmes.ranking-advanced.v1', z.object({ ...application, place, of: place, amountCents: cents.min(1), fund: fundSchema }));
/** The call's time is over: whoever still waits gets nothing. */
export const rankingClosed = event('programmes.ranking-closed.v1', z.object({ callId: idSchema, waiting: z.array(z.object({ allotmentId: idSchema, firmId: idSchema })).max(1_000) }));

/** The firm's own record of its application: eligible, with its points. */
export const allotmentAdmitted = event('programmes.allotment-admitted.v1', z.object({ ...application, facts: decisionFactsSchema }));
/** Eligible and not funded (idonea non finanziata), with its place: a grant that ends early may still make room. */
export const allotmentRanked = event('programmes.allotment-ranked.v1', z.object({ ...application, ranked: rankedSchema }));
