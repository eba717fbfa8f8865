import { z } from 'zod';
import { idSchema, instantSchema, municipalitySchema, serviceCodeSchema } from './envelope/envelope';
import { command, event } from './envelope/message';
import { pointsSchema, rankedSchema, rankingTermsSchema } from './points-table';
import { aidFactsSchema, aidRegimeSchema, corSchema, cupSchema, daySchema, onAidExcessSchema, ruleVersionSchema } from './programmes-aid.messages';

const cents = z.number().int().min(0).max(100_000_000_000);
const SECTOR = /^\d{2}(\.\d{1,2}){0,2}$/;
const membershipSchema = serviceCodeSchema;

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
  /** Codice unico di progetto, which every invoice of the project bears. */
  cup: cupSchema.optional(),
  /** The public body that pays. */
  funder: z.string().min(1).max(120).optional(),
  /** What it gives is aid under this regulation, and counts for the ceiling of a single undertaking. Absent: it is no aid. */
  aidRegime: aidRegimeSchema.optional(),
  onAidExcess: onAidExcessSchema.optional(),
  /** None of the next four: the call doesn't ask. A sector is an ATECO code or its beginning: `96` admits `96.01`. */
  eligibleSectors: z.array(z.string().regex(SECTOR)).min(1).max(50).optional(),
  /** Firms of the Albo artigiani are admitted, whatever their sector. */
  artisansAdmitted: z.boolean().optional(),
  /** Belfiore codes of the Comuni where a firm must have its seat. */
  eligibleMunicipalities: z.array(municipalitySchema).min(1).max(250).optional(),
  /** Codes of networks and associations; a firm must belong to one of them. */
  requiredMemberships: z.array(membershipSchema).min(1).max(20).optional(),
  /** What a firm declared at its sign-up counts for so many days. */
  declarationDays: z.number().int().min(1).max(3_660).optional(),
  /** No firm whose same spending is paid by other public money. */
  noDoubleFunding: z.boolean().optional(),
  /** Most that is given towards one order. */
  orderCapCents: cents.min(1).optional(),
  /** An order below this gets nothing. */
  minSpendCents: cents.min(1).optional(),
  /** VAT isn't paid for: the rate that prices are taken to contain. Absent where VAT is eligible. */
  excludedVatBasisPoints: z.number().int().min(1).max(10_000).optional(),
  /** Codes of the documents that the report must have. */
  evidence: z.array(serviceCodeSchema).min(1).max(30).optional(),
  /** Which version of the call's text these terms are of; the text itself is in `call-opened` only. */
  textVersion: z.string().regex(/^\d{1,4}(\.\d{1,4}){0,2}$/).optional(),
  /** Applications are ranked by points once no more are taken. Absent: they are decided in the order in which they come. */
  ranking: rankingTermsSchema.optional(),
});
export type CallTerms = z.infer<typeof callTermsSchema>;

/** What a firm declares with an application (DPR 445/2000), beyond what it declared at its sign-up. */
export const declaredSchema = z.object({
  /** It is in the Albo artigiani. */
  artisan: z.boolean(),
  memberships: z.array(membershipSchema).max(20),
  /** The same spending is paid by other public money. */
  otherFunding: z.boolean(),
});
export type Declared = z.infer<typeof declaredSchema>;

/** Everything that a decision of a fund rested on, so that it can be explained, and decided again under another rule. */
export const decisionFactsSchema = z.object({
  ...declaredSchema.shape,
  /** Its place among the fund's decisions, from 1: the order in which another rule would have met them. */
  place: z.number().int().min(1),
  requestedAt: instantSchema,
  employeesCount: z.number().int().min(0).max(100_000),
  occupatiCount: z.number().int().min(0).max(100_000),
  sector: z.string().regex(SECTOR).optional(),
  municipality: municipalitySchema.optional(),
  /** When the firm's figures were declared. */
  declaredAt: instantSchema.optional(),
  askedCents: cents.min(1),
  /** What was free in the fund before the decision. */
  freeCents: cents,
  /** What the register of de minimis aid said, where the call gives aid. */
  aid: aidFactsSchema.optional(),
  /** By the points table, of a ranked call. */
  points: pointsSchema.optional(),
  /** In the ranking, once it was made. */
  ranked: rankedSchema.optional(),
});
export type DecisionFacts = z.infer<typeof decisionFactsSchema>;

/** The figures of a call's fund after an event; always budget = committed + paid + free. */
export const fundSchema = z.object({ budgetCents: cents, committedCents: cents, paidCents: cents, freeCents: cents });
export type FundFigures = z.infer<typeof fundSchema>;

export const callOpened = event('programmes.call-opened.v1', z.object({ callId: idSchema, terms: callTermsSchema, fund: fundSchema, text: z.string().min(1).max(8_000).optional() }));
const allotment = { callId: idSchema, allotmentId: idSchema, firmId: idSchema };
/** A firm applied; the call decides whether its cap can be reserved against the budget. */
export const allotmentRequested = event('programmes.allotment-requested.v1', z.object({ ...allotment, askedCents: cents.min(1), requestedAt: instantSchema.optional(), declared: declaredSchema.optional() }));
export const allotmentReserved = event('programmes.allotment-reserved.v1', z.object({ ...allotment, amountCents: cents.min(1), fund: fundSchema, facts: decisionFactsSchema.optional() }));
/** The call said no; nothing was reserved. Recorded with its facts and its place, as a yes is. */
export const allotmentDeclined = event('programmes.allotment-declined.v1', z.object({ ...allotment, code: z.string().max(60), facts: decisionFactsSchema.optional() }));
export const allotmentGranted = event(
  'programmes.allotment-granted.v1',
  z.object({ ...allotment, amountCents: cents.min(1), terms: callTermsSchema, facts: decisionFactsSchema.optional(), cor: corSchema.optional() }),
);
export const allotmentRefused = event('programmes.allotment-refused.v1', z.object({ ...allotment, code: z.string().max(60), facts: decisionFactsSchema.optional() }));
/** How a grant's spending ends: it is declared spent, to be reported; the firm gives it up; or an operator takes it back. */
export const endingSchema = z.enum(['spent', 'renounced', 'revoked']);
export type Ending = z.infer<typeof endingSchema>;
/** What interest was reckoned by: the dated table in a version, or an operator's own rate with its reason. */
export const interestRuleSchema = z.object({ version: ruleVersionSchema.optional(), basisPoints: z.number().int().min(0).max(10_000).optional(), reason: z.string().max(200).optional() });
export type InterestRule = z.infer<typeof interestRuleSchema>;
/** A granted allotment ended. What wasn't paid goes back to the fund; of a revoked one what was paid is to be recovered, with interest. */
export const allotmentEnded = event(
  'programmes.allotment-ended.v1',
  z.object({ ...allotment, how: endingSchema, reason: z.string().max(200), returnedCents: cents, paidCents: cents, recoverCents: cents, interestCents: cents, cor: corSchema.optional(), interestRule: interestRuleSchema.optional(), by: idSchema.optional(), revokedOn: daySchema.optional() }),
);
/** Somebody's change of a reported grant: who did it, and why. */
const change = { ...allotment, reason: z.string().max(200), by: idSchema.optional() };
/** What the dossier says is reportable of a spent grant was handed in. */
export const allotmentReported = event('programmes.allotment-reported.v1', z.object({ ...change, reportedCents: cents.min(1), paidCents: cents }));
/** A report was checked. What was paid and isn't admitted is to be recovered from the firm, and is no aid. */
export const allotmentVerified = event('programmes.allotment-verified.v1', z.object({ ...change, admittedCents: cents, recoverCents: cents, verifiedOn: daySchema, cor: corSchema.optional() }));
/** Number of a payment order or of a transfer (CRO, TRN). Words would be a place for names. */
export const PAYMENT_REFERENCE = /^(?:[Mm]andato |CRO |TRN )?\d[\d/.-]{0,39}(?:IT)?$/;

/** The funder paid what was admitted; `proof` is the reference of the payment. */
export const allotmentPaid = event('programmes.allotment-paid.v1', z.object({ ...change, amountCents: cents, paidOn: daySchema, proof: z.string().regex(PAYMENT_REFERENCE) }));
/** Of what is owed or was paid back: interest is imputed first (art. 1194 c.c.). */
const owed = { principalCents: cents, interestCents: cents };
/** The firm paid back what is recovered of its grant, whole or in part; `left` is what it still owes behind that, on that day. */
export const allotmentRecovered = event(
  'programmes.allotment-recovered.v1',
  z.object({ ...allotment, by: idSchema, amountCents: cents.min(1), ...owed, left: z.object(owed), paidOn: daySchema, proof: z.string().regex(PAYMENT_REFERENCE), interestRule: interestRuleSchema.optional() }),
);
/** What came back to a call so far; apart from its fund, which has it neither free nor unpaid. */
export const fundRecoveryRecorded = event('programmes.fund-recovery-recorded.v1', z.object({ callId: idSchema, allotmentId: idSchema, ...owed, recovered: z.object(owed) }));
/** The fund has what an allotment that ended gave back. */
export const allotmentReturned = event('programmes.allotment-returned.v1', z.object({ ...allotment, amountCents: cents.min(1), fund: fundSchema }));

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
  z.object({ ...incentive, callId: idSchema, firmId: idSchema, amountCents: cents, paidOn: daySchema.optional(), ...left }),
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
