import { FILE_KINDS } from '@salvatempo/kernel';
import { z } from 'zod';
import { idSchema } from './envelope/envelope';
import { event } from './envelope/message';
import { cupSchema, daySchema } from './programmes-aid.messages';

const cents = z.number().int().min(0).max(100_000_000);
/** Purchases of one invoice at most. */
export const MAX_INVOICE_PURCHASES = 500;
/**
 * Number of an invoice, at most 20 characters as in FatturaPA: a few letters, digits, and parts behind a dash or a slash, such as
 * `12`, `FPR 12/26` or `2026-001/PA`. Nothing that could be a name, a codice fiscale or an IBAN.
 */
export const INVOICE_NUMBER = /^(?=.{1,20}$)(?:[A-Z]{1,4}[-/ ]?)?\d{1,8}(?:[-/][0-9A-Z]{1,6}){0,3}$/;

const invoice = { bookId: idSchema, invoiceId: idSchema, callId: idSchema, providerId: idSchema };

/** A provider says by which invoice it billed purchases of a call that were paid in one month. Of the paper it is the number and the amounts. */
export const invoiceRecorded = event(
  'programmes.invoice-recorded.v1',
  z.object({
    ...invoice,
    /** `YYYY-MM` in Rome, of the provider's statement. */
    month: z.string().regex(/^\d{4}-\d{2}$/),
    number: z.string().regex(INVOICE_NUMBER),
    issuedOn: daySchema,
    netCents: cents,
    vatCents: cents,
    /** The CUP that stands on it; missing for a call without one. */
    cup: cupSchema.optional(),
    purchaseIds: z.array(idSchema).min(1).max(MAX_INVOICE_PURCHASES),
  }),
);
/** The invoice's own file was handed in; what it holds is in the encrypted store alone. */
export const invoiceFileKept = event(
  'programmes.invoice-file-kept.v1',
  z.object({
    ...invoice,
    fileId: idSchema,
    kind: z.enum(FILE_KINDS),
    sizeBytes: z.number().int().min(1).max(10_485_760),
    /** SHA-256 in hex. */
    contentHash: z.string().regex(/^[0-9a-f]{64}$/),
  }),
);
/** It was wrong: its purchases are without an invoice again, and its file is to be removed. */
export const invoiceWithdrawn = event('programmes.invoice-withdrawn.v1', z.object({ ...invoice, fileId: idSchema.optional() }));
