import { z } from 'zod';
import { idSchema, instantSchema } from './envelope/envelope';
import { command, event } from './envelope/message';

const cents = z.number().int().min(0).max(100_000_000_000);
/** A day in Rome. */
export const daySchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** The regulation that an aid is given under (docs/rules/de-minimis-rule.json). */
export const aidRegimeSchema = z.enum(['de-minimis-1407', 'de-minimis-2831', 'de-minimis-2832']);
export type AidRegime = z.infer<typeof aidRegimeSchema>;
/** What becomes of a grant that would exceed the ceiling: refused whole, or reduced to what is left. Never the part above. */
export const onAidExcessSchema = z.enum(['refuse', 'reduce']);
/** Number that the national register gives to an aid (codice concessione RNA). */
export const corSchema = z.string().regex(/^\d{1,20}$/);
export const cupSchema = z.string().regex(/^[A-Z]\d{2}[A-Z0-9]{12}$/);

/** Version of a dated table: a month (or day) of its file, and behind a point how many edits by operators came to it. */
export const ruleVersionSchema = z.string().regex(/^\d{4}-\d{2}(-\d{2})?(\.[1-9]\d{0,3})?$/);
/** What a regulation on aid says. */
export const aidFigures = {
  ceilingCents: cents.min(1),
  window: z.enum(['rolling-years', 'fiscal-years']),
  years: z.number().int().min(1).max(10),
  /** The regimes whose aid uses the same ceiling up. */
  countsWith: z.array(aidRegimeSchema).min(1).max(10),
};
/** A row of the dated table, as it was valid when it was applied. */
export const aidRuleSchema = z.object({ regime: aidRegimeSchema, version: ruleVersionSchema, ...aidFigures });
export type AidRule = z.infer<typeof aidRuleSchema>;

/** What the register of a single undertaking said to a grant: held, of what was asked, and what was used before. */
export const aidFactsSchema = z.object({
  registerId: idSchema,
  rule: aidRuleSchema,
  askedCents: cents.min(1),
  usedCents: cents,
  heldCents: cents,
});
export type AidFacts = z.infer<typeof aidFactsSchema>;

/** Aid in the register of a single undertaking: granted here with its COR, or declared by the firm. */
export const aidRowSchema = z.object({
  /** The allotment's id, or that of the declaration's line. */
  rowId: idSchema,
  firmId: idSchema,
  regime: aidRegimeSchema,
  amountCents: cents,
  grantedOn: daySchema,
  source: z.enum(['granted', 'declared']),
  callId: idSchema.optional(),
  cor: corSchema.optional(),
  cup: cupSchema.optional(),
  /** Until then the date of the grant's act is sent to the national register (DM 115/2017 art. 9). */
  actDueOn: daySchema.optional(),
  actOn: daySchema.optional(),
  actOverdue: z.boolean().optional(),
});
export type AidRow = z.infer<typeof aidRowSchema>;

/** Set aside in the ceiling for an application until its call has decided. */
export const aidHoldSchema = z.object({ allotmentId: idSchema, callId: idSchema, firmId: idSchema, regime: aidRegimeSchema, amountCents: cents.min(1) });
export type AidHold = z.infer<typeof aidHoldSchema>;

const register = { registerId: idSchema };
/** Asked on: who sent it, for the application that it belongs to. */
const application = { allotmentId: idSchema, callId: idSchema, firmId: idSchema };

export const holdAid = command('programmes.hold-aid.v1', z.object({ ...application, amountCents: cents.min(1), onExcess: onAidExcessSchema, rule: aidRuleSchema }));
export const recordAid = command(
  'programmes.record-aid.v1',
  z.object({ allotmentId: idSchema, amountCents: cents.min(1), cor: corSchema, cup: cupSchema.optional(), grantedOn: daySchema, actDueOn: daySchema }),
);
/** The grant of a row ended: this is what is left of it as aid. */
export const correctAid = command('programmes.correct-aid.v1', z.object({ allotmentId: idSchema, amountCents: cents }));
export const releaseAid = command('programmes.release-aid.v1', z.object({ allotmentId: idSchema }));
/** A link of two firms whose registers were merged by others, until one register has taken in the aid of both. */
export const waitingLinkSchema = z.object({ linkId: idSchema, firmIds: z.array(idSchema).min(1).max(2) });
export type WaitingLink = z.infer<typeof waitingLinkSchema>;
const contents = {
  firmIds: z.array(idSchema).max(1_000),
  rows: z.array(aidRowSchema).max(5_000),
  holds: z.array(aidHoldSchema).max(5_000),
  waiting: z.array(waitingLinkSchema).max(1_000).optional(),
};
/** Brings everything of a register that was merged away into the one that goes on. */
export const absorbAidRegister = command('programmes.absorb-aid-register.v1', z.object({ linkId: idSchema, from: idSchema, ...contents }));

export const aidHeld = event('programmes.aid-held.v1', z.object({ ...register, ...application, facts: aidFactsSchema }));
export const aidRefused = event('programmes.aid-refused.v1', z.object({ ...register, ...application, code: z.string().max(60), facts: aidFactsSchema }));
export const aidReleased = event('programmes.aid-released.v1', z.object({ ...register, allotmentId: idSchema, amountCents: cents }));
export const aidRecorded = event('programmes.aid-recorded.v1', z.object({ ...register, row: aidRowSchema }));
export const aidCorrected = event('programmes.aid-corrected.v1', z.object({ ...register, rowId: idSchema, amountCents: cents }));
/** The date of a grant's act was sent to the national register. */
export const grantActSent = event('programmes.grant-act-sent.v1', z.object({ ...register, rowId: idSchema, actOn: daySchema }));
/** The days for it are over, and it was not sent. */
export const grantActOverdue = event('programmes.grant-act-overdue.v1', z.object({ ...register, rowId: idSchema, actDueOn: daySchema }));
/** From here on this register decides nothing; what comes to it goes on to `into`. */
export const aidRegisterMerged = event('programmes.aid-register-merged.v1', z.object({ ...register, linkId: idSchema, into: idSchema, ...contents }));
export const aidRegisterAbsorbed = event('programmes.aid-register-absorbed.v1', z.object({ ...register, linkId: idSchema, from: idSchema, ...contents }));
/** A link found both firms' ways ending here, and the aid of one of them still on its way. */
export const undertakingLinkAwaited = event('programmes.undertaking-link-awaited.v1', z.object({ ...register, ...waitingLinkSchema.shape }));
/** This register has the aid of both firms of a link. */
export const undertakingLinkReached = event('programmes.undertaking-link-reached.v1', z.object({ ...register, ...waitingLinkSchema.shape }));
/** A command came to a merged register and was sent on. */
export const aidCommandForwarded = event('programmes.aid-command-forwarded.v1', z.object({ ...register, into: idSchema, command: z.enum(['hold', 'record', 'release', 'correct', 'absorb']) }));

const link = { linkId: idSchema, firmIds: z.array(idSchema).min(1).max(2) };
/** An operator found that two firms are one undertaking. */
export const undertakingLinkRequested = event('programmes.undertaking-link-requested.v1', z.object({ ...link, reason: z.string().max(200), requestedAt: instantSchema }));
export const undertakingsLinked = event('programmes.undertakings-linked.v1', z.object({ ...link, registerId: idSchema }));
