import { z } from 'zod';
import { daySchema } from './programmes-aid.messages';
import { idSchema, instantSchema } from './envelope/envelope';
import { event } from './envelope/message';

/**
 * Where the money of credit comes from: a firm's transfers, and beyond them its guarantee. No event tells who transferred, from which account,
 * or what was written on a transfer: that stands beside the bank line's state alone.
 */
const cents = z.number().int().min(0).max(100_000_000_000);

/** A firm's standing: its oldest credit that isn't paid says which. */
export const standingSchema = z.enum(['regular', 'in-arrears', 'in-default']);
export type Standing = z.infer<typeof standingSchema>;

/** Figures of a firm's cover after an event: received + guarantee used = credited + free + set aside. */
const figures = {
  /** All that it transferred. */
  receivedCents: cents,
  /** Of that, what pays for nothing yet. */
  freeCents: cents,
  /** Of that, what is set aside for credit that waits for the rest. */
  setAsideCents: cents,
  /** Credit given, less what was taken back or paid by the firm itself. */
  creditedCents: cents,
  /** Credit given that no transfer has paid. */
  guaranteeUsedCents: cents,
  standing: standingSchema,
};
const cover = { coverId: idSchema, firmId: idSchema };
const share = z.object({ runId: idSchema, amountCents: cents.min(1) });

/** A credit run asks for its cover: the n-th pro-forma of the firm, paid already as far as money was free. `waits`: nobody can spend it yet. */
export const creditRunRegistered = event(
  'benefits.credit-run-registered.v1',
  z.object({ ...cover, runId: idSchema, ordinal: z.number().int().min(1), reference: z.string().regex(/^\d{16}$/), amountCents: cents.min(1), paidCents: cents, waits: z.boolean(), ...figures }),
);
/** Its credit may be given. Where the guarantee covers a part of it, that is due by `dueAt`, and at each of `remindAt` the firm is reminded. */
export const creditRunCovered = event(
  'benefits.credit-run-covered.v1',
  z.object({ ...cover, runId: idSchema, amountCents: cents.min(1), paidCents: cents, guaranteeCents: cents, dueAt: instantSchema, remindAt: z.array(instantSchema).min(1).max(10), ...figures }),
);
/** A bank line pays: the shares, the rest of it stays free. */
export const firmTransferReceived = event(
  'benefits.firm-transfer-received.v1',
  z.object({ ...cover, lineId: idSchema, amountCents: cents.min(1), shares: z.array(share).max(200), ...figures }),
);
/** Credit needs no cover any more: it was taken back, or reimbursed by the firm itself with the payroll. `reduced` runs ask for less; `freedCents` had been paid, and pay `shares` now. */
export const coverGivenBack = event(
  'benefits.cover-given-back.v1',
  z.object({ ...cover, accountId: idSchema, reason: z.enum(['withdrawn', 'reimbursed', 'ended', 'worth-above-price']), reduced: z.array(share).max(200), freedCents: cents, shares: z.array(share).max(200), ...figures }),
);
/** The firm called off a run that waited: what it had paid for it is free, and pays `shares` now. */
export const creditRunCalledOff = event('benefits.credit-run-called-off.v1', z.object({ ...cover, runId: idSchema, amountCents: cents.min(1), freedCents: cents, shares: z.array(share).max(200), ...figures }));
export const guaranteeSet = event('benefits.guarantee-set.v1', z.object({ ...cover, guaranteeCents: cents, reason: z.string().max(200), ...figures }));
/** Credit that isn't paid is overdue: the n-th reminder of one pro-forma. */
export const firmReminded = event(
  'benefits.firm-reminded.v1',
  z.object({ ...cover, runId: idSchema, ordinal: z.number().int().min(1), reference: z.string().regex(/^\d{16}$/), level: z.number().int().min(1), overdueCents: cents.min(1), dueAt: instantSchema, ...figures }),
);

export const proformaIssued = event(
  'benefits.proforma-issued.v1',
  z.object({ proformaId: idSchema, firmId: idSchema, runId: idSchema, ordinal: z.number().int().min(1), reference: z.string().regex(/^\d{16}$/), amountCents: cents.min(1), issuedOn: daySchema }),
);

/** Its run was called off: nothing is to be transferred for it any more. */
export const proformaCancelled = event('benefits.proforma-cancelled.v1', z.object({ proformaId: idSchema, firmId: idSchema, runId: idSchema }));

/** The run's credit is announced and waits for the firm's transfer. */
export const creditRunAwaitsTransfer = event('benefits.credit-run-awaits-transfer.v1', z.object({ runId: idSchema, firmId: idSchema }));
/** The firm has as many open pro-formas as it may: the run asks its cover again at `retryAt`, for the `attempt`-th time then. */
export const creditRunPutOff = event('benefits.credit-run-put-off.v1', z.object({ runId: idSchema, firmId: idSchema, attempt: z.number().int().min(1), retryAt: instantSchema }));
/** A run that was put off asks its cover again. */
export const creditRunAskedAgain = event('benefits.credit-run-asked-again.v1', z.object({ runId: idSchema, firmId: idSchema, attempt: z.number().int().min(1) }));
/** The firm called it off while it waited: nobody is credited. */
export const creditRunCancelled = event('benefits.credit-run-cancelled.v1', z.object({ runId: idSchema, firmId: idSchema }));
/** The run has its cover: accounts are credited. */
export const creditRunReleased = event('benefits.credit-run-released.v1', z.object({ runId: idSchema, firmId: idSchema }));

const lines = z.number().int().min(0).max(10_000);
/** A bank's statement was found right as a whole. `skipped`: what went out, or isn't booked. */
export const statementAccepted = event('benefits.statement-accepted.v1', z.object({ statementId: idSchema, format: z.enum(['csv', 'camt-053']), lines, skipped: lines }));
/** Every line of it is recorded; `known` were from an earlier one. */
export const statementCompleted = event('benefits.statement-completed.v1', z.object({ statementId: idSchema, matched: lines, unmatched: lines, known: lines }));

/** One credit on the territory's account, known by the bank's reference, its day and amount. Without a firm nothing says whose it is. */
export const bankLineRecorded = event(
  'benefits.bank-line-recorded.v1',
  z.object({ lineId: idSchema, statementId: idSchema, amountCents: cents.min(1), bookedOn: daySchema, reference: z.string().regex(/^\d{16}$/).optional(), firmId: idSchema.optional(), runId: idSchema.optional() }),
);
/** An operator found out whose it is. */
export const bankLineAssigned = event('benefits.bank-line-assigned.v1', z.object({ lineId: idSchema, firmId: idSchema, amountCents: cents.min(1) }));
/** No firm's credit: it was sent back, or is recorded elsewhere, such as an owner's own purchase. */
export const bankLineClosed = event('benefits.bank-line-closed.v1', z.object({ lineId: idSchema, how: z.enum(['sent-back', 'elsewhere']), amountCents: cents.min(1) }));
