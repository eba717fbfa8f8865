import { FILE_KINDS } from '@salvatempo/kernel';
import { z } from 'zod';
import { accountFigures as figures, lotShareSchema } from './benefits.messages';
import { idSchema, instantSchema } from './envelope/envelope';
import { event } from './envelope/message';

/**
 * Claims for expenses that employees paid. No event tells what an expense was, for whom, under which letter, or why a claim was refused:
 * each of them can say who is ill in a family (ADR 0260, 0261). That stands beside the claim's state alone.
 */
const cents = z.number().int().min(0).max(100_000_000);
const claim = { claimId: idSchema };
/** Of the files that it is made with; what they hold is in the encrypted store alone. */
const documentIds = z.array(idSchema).max(5);
const taxYear = z.number().int().min(2000).max(2100);

export const claimSubmitted = event(
  'benefits.claim-submitted.v1',
  z.object({ ...claim, accountId: idSchema, firmId: idSchema, personId: idSchema, askedCents: cents.min(1), taxYear, documentIds }),
);
/** The checks that need other documents are done and credit is held; validators see it now. `decideBy` is the published turnaround. */
export const claimOpened = event('benefits.claim-opened.v1', z.object({ ...claim, heldCents: cents, decideBy: instantSchema }));
/** Something is missing; without an answer by then the claim is refused, with an appeal until `appealBy` where it can be made. */
export const integrationAsked = event('benefits.integration-asked.v1', z.object({ ...claim, validatorId: idSchema, answerBy: instantSchema, appealBy: instantSchema.optional() }));
export const claimIntegrated = event('benefits.claim-integrated.v1', z.object({ ...claim, decideBy: instantSchema, documentIds }));
/** One of two people approves; the other one is still to come. */
export const claimApprovalProposed = event('benefits.claim-approval-proposed.v1', z.object({ ...claim, validatorId: idSchema, approvedCents: cents.min(1) }));
/** `approvedCents` of all that was asked; `addedCents` of them by this decision, which an appeal may make a second one. */
export const claimApproved = event('benefits.claim-approved.v1', z.object({ ...claim, validatorId: idSchema, approvedCents: cents.min(1), addedCents: cents.min(1), appealBy: instantSchema.optional() }));
/** By a validator, or without one by the product itself. What an earlier decision approved stays. An appeal can be made until `appealBy`, where it can. */
export const claimRejected = event('benefits.claim-rejected.v1', z.object({ ...claim, validatorId: idSchema.optional(), approvedCents: cents, appealBy: instantSchema.optional() }));
export const claimAppealed = event('benefits.claim-appealed.v1', z.object(claim));
/** An approved claim was drawn for a second look by another validator; its payment doesn't wait for it. */
export const claimReviewDrawn = event('benefits.claim-review-drawn.v1', z.object({ ...claim, reviewBy: instantSchema }));
export const claimReviewConfirmed = event('benefits.claim-review-confirmed.v1', z.object({ ...claim, validatorId: idSchema }));
/** `approvedCents` is what stays approved; an appeal can be made until `appealBy`, where it can. */
export const claimReviewFoundWrong = event('benefits.claim-review-found-wrong.v1', z.object({ ...claim, validatorId: idSchema, approvedCents: cents, appealBy: instantSchema.optional() }));
/** What was paid by mistake comes back with the payroll, counted in the month in which it was paid, or in this one where that is long closed. */
export const claimRecovered = event(
  'benefits.claim-recovered.v1',
  z.object({ ...claim, firmId: idSchema, personId: idSchema, amountCents: cents.min(1), reimbursedCents: cents, taxYear, month: z.string().regex(/^\d{4}-\d{2}$/) }),
);
/** The claimant took it back before it was decided; with `appealOnly` its appeal alone, and what was decided before stays. */
export const claimWithdrawn = event('benefits.claim-withdrawn.v1', z.object({ ...claim, approvedCents: cents, appealOnly: z.boolean() }));
/** Somebody wrote to the other side; what stands beside the claim. It decides nothing. */
export const claimCommented = event('benefits.claim-commented.v1', z.object(claim));
/** Credit paid for it; the employer owes the amount with the payroll of the month in Rome. */
export const claimReimbursed = event(
  'benefits.claim-reimbursed.v1',
  z.object({ ...claim, firmId: idSchema, personId: idSchema, amountCents: cents.min(1), reimbursedCents: cents, taxYear, month: z.string().regex(/^\d{4}-\d{2}$/) }),
);

/** Somebody handed in a file; what is in it, and what it is called, is nowhere but in the encrypted store. */
export const claimDocumentStored = event(
  'benefits.claim-document-stored.v1',
  z.object({ documentId: idSchema, personId: idSchema, kind: z.enum(FILE_KINDS), sizeBytes: z.number().int().min(1), keptUntil: instantSchema }),
);
export const claimDocumentAttached = event('benefits.claim-document-attached.v1', z.object({ documentId: idSchema, ...claim }));
/** Its claim was withdrawn: it is free for another one, and kept until then. */
export const claimDocumentDetached = event('benefits.claim-document-detached.v1', z.object({ documentId: idSchema, ...claim, keptUntil: instantSchema }));
/** Nobody made a claim with it in time: the file is gone. */
export const claimDocumentDropped = event('benefits.claim-document-dropped.v1', z.object({ documentId: idSchema }));
/**
 * What claims use of one document, known by its file or by issuer, number and date: ids are keyed digests, which tell nothing of either.
 * 0 takes a claim's use back.
 */
const documentUse = { useId: idSchema, ...claim };
export const documentUseCounted = event('benefits.document-use-counted.v1', z.object({ ...documentUse, amountCents: cents, totalCents: cents }));
export const documentUseRefused = event('benefits.document-use-refused.v1', z.object({ ...documentUse, leftCents: cents }));

const onAccount = { ...claim, accountId: idSchema };
const lots = z.array(lotShareSchema).max(200);
/** Credit is set aside for a claim, all that was asked or what there is; only the claim's end ends it. */
export const claimCreditHeld = event(
  'benefits.claim-credit-held.v1',
  z.object({ ...onAccount, amountCents: cents.min(1), lots, countsForThreshold: z.boolean(), taxYear, ...figures }),
);
export const claimCreditRefused = event(
  'benefits.claim-credit-refused.v1',
  z.object({ ...onAccount, code: z.enum(['insufficient-credit', 'threshold-cliff', 'threshold-consent-needed', 'account-too-many-holds', 'no-threshold-rule']) }),
);
/** What goes back to the lots that it came from; those that expired meanwhile live on until `extendedUntil`. */
const returned = { returned: lots, extendedLotIds: z.array(idSchema).max(200), extendedUntil: instantSchema };
/** An approved amount left the account, from the claim's hold or from credit that came later; `waitingCents` of it are still to come. */
export const claimCreditDebited = event(
  'benefits.claim-credit-debited.v1',
  z.object({ ...onAccount, firmId: idSchema, amountCents: cents, lots, fromHold: z.boolean(), countsForThreshold: z.boolean(), taxYear, waitingCents: cents, ...returned, ...figures }),
);
export const claimCreditReleased = event('benefits.claim-credit-released.v1', z.object({ ...onAccount, amountCents: cents, ...returned, ...figures }));

/** What was paid by mistake is credit again: a lot of its own follows, by a credit run until `validUntil`, or in the same write in events from before. */
export const claimCreditReturned = event('benefits.claim-credit-returned.v1', z.object({ ...onAccount, amountCents: cents.min(1), countsForThreshold: z.boolean(), taxYear, validUntil: instantSchema.optional() }));

/** An operator let somebody decide claims; the role follows. */
export const claimsValidatorAppointed = event('benefits.claims-validator-appointed.v1', z.object({ validatorsId: idSchema, personId: idSchema }));
