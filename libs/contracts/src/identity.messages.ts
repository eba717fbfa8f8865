import { z } from 'zod';
import { idSchema, instantSchema } from './envelope/envelope';
import { event } from './envelope/message';

/** What a person may do, and for whom. `operator` and `claims-validator` are for the `territory`. */
export const roleSchema = z.enum(['operator', 'firm-admin', 'employee', 'provider-admin', 'adviser', 'association', 'claims-validator', 'payroll']);
export type Role = z.infer<typeof roleSchema>;

/** A person signed up by themselves (owner of a firm, cooperative), or a firm named them. */
export const personRegistered = event('identity.person-registered.v1', z.object({ personId: idSchema }));
export const roleGranted = event(
  'identity.role-granted.v1',
  z.object({ personId: idSchema, role: roleSchema, organisationId: idSchema.or(z.literal('territory')) }),
);
/** An operator was appointed; the role follows. */
export const operatorAppointed = event('identity.operator-appointed.v1', z.object({ operatorsId: idSchema, personId: idSchema }));
/**
 * A one-time code was made; `round` counts them, only the newest one works, until `expiresAt`. `organisationId` is the firm
 * that hands it out, or the adviser or association for which an operator does; without one it goes by mail.
 */
export const accessCodeIssued = event(
  'identity.access-code-issued.v1',
  z.object({
    personId: idSchema,
    round: z.number().int().positive(),
    purpose: z.enum(['activation', 'reset']),
    expiresAt: instantSchema,
    organisationId: idSchema.optional(),
  }),
);
/** The nth wrong one of a stretch of time that ends at `retryAt`; too many, and nothing more is tried until then. */
export const accessCodeRefused = event(
  'identity.access-code-refused.v1',
  z.object({ personId: idSchema, attempts: z.number().int().positive(), retryAt: instantSchema }),
);
export const passwordSet = event('identity.password-set.v1', z.object({ personId: idSchema, at: instantSchema }));
/** As `access-code-refused`, for passwords. */
export const signInFailed = event(
  'identity.sign-in-failed.v1',
  z.object({ personId: idSchema, attempts: z.number().int().positive(), retryAt: instantSchema }),
);
/** The first right password after wrong ones; others leave no event but their session's. */
export const signInSucceeded = event('identity.sign-in-succeeded.v1', z.object({ personId: idSchema }));
/** The person gave an address for notices; the address itself stays in the person's document. */
export const noticeAddressSet = event('identity.notice-address-set.v1', z.object({ personId: idSchema, given: z.boolean() }));
/** `passwordRound` counts the person's passwords: a later one ends the session. */
export const sessionOpened = event(
  'identity.session-opened.v1',
  z.object({ sessionId: idSchema, personId: idSchema, expiresAt: instantSchema, passwordRound: z.number().int().positive() }),
);
export const sessionClosed = event('identity.session-closed.v1', z.object({ sessionId: idSchema, personId: idSchema }));

export const noticeTemplateSchema = z.enum(['voucher-issued', 'voucher-cancelled', 'voucher-expired', 'password-reset', 'meeting-seated', 'payment-reminder', 'credit-expiring']);
export type NoticeTemplate = z.infer<typeof noticeTemplateSchema>;
const notice = { noticeId: idSchema, personId: idSchema };
const subject = { template: noticeTemplateSchema, about: idSchema };
/** A mail is to be sent. `about` is the voucher, or the person themselves. */
export const noticeRequested = event('identity.notice-requested.v1', z.object({ ...notice, ...subject }));
/** The mail server was in trouble; it is tried again at `retryAt`. `attempt` counts from 1. */
export const noticeDelayed = event(
  'identity.notice-delayed.v1',
  z.object({ ...notice, attempt: z.number().int().positive(), retryAt: instantSchema }),
);
/** It is time for another attempt. */
export const noticeRetried = event('identity.notice-retried.v1', z.object({ ...notice, attempt: z.number().int().positive() }));
/** A mail was handed over to the mail server, once. */
export const noticeSent = event('identity.notice-sent.v1', z.object({ ...notice, ...subject }));
/** A mail will not be sent: no address, refused for good, given up after days, or what it said holds no more. */
export const noticeDropped = event(
  'identity.notice-dropped.v1',
  z.object({ ...notice, template: noticeTemplateSchema, reason: z.enum(['no-address', 'refused', 'given-up', 'outdated']) }),
);
