import { z } from 'zod';
import { idSchema, instantSchema } from './envelope/envelope';
import { event } from './envelope/message';

/** What a person may do, and for whom. `operator` and `territory` go together. */
export const roleSchema = z.enum(['operator', 'firm-admin', 'employee', 'provider-admin']);
export type Role = z.infer<typeof roleSchema>;

/** A person signed up by themselves (owner of a firm, cooperative) or was let in by a code. */
export const personRegistered = event('identity.person-registered.v1', z.object({ personId: idSchema }));
export const roleGranted = event(
  'identity.role-granted.v1',
  z.object({ personId: idSchema, role: roleSchema, organisationId: idSchema.or(z.literal('territory')) }),
);
/** A one-time code was made; `round` counts them, only the newest one works, until `expiresAt`. */
export const accessCodeIssued = event(
  'identity.access-code-issued.v1',
  z.object({ personId: idSchema, round: z.number().int().positive(), purpose: z.enum(['activation', 'reset']), expiresAt: instantSchema }),
);
export const accessCodeRefused = event(
  'identity.access-code-refused.v1',
  z.object({ personId: idSchema, attempts: z.number().int().positive(), retryAt: instantSchema.optional() }),
);
export const passwordSet = event('identity.password-set.v1', z.object({ personId: idSchema, at: instantSchema }));
export const signInFailed = event(
  'identity.sign-in-failed.v1',
  z.object({ personId: idSchema, attempts: z.number().int().positive(), retryAt: instantSchema.optional() }),
);
export const signInSucceeded = event('identity.sign-in-succeeded.v1', z.object({ personId: idSchema }));
/** The person gave an address for notices; the address itself stays in the person's document. */
export const noticeAddressSet = event('identity.notice-address-set.v1', z.object({ personId: idSchema, given: z.boolean() }));
export const loginClaimed = event('identity.login-claimed.v1', z.object({ loginId: idSchema, personId: idSchema }));
export const sessionOpened = event(
  'identity.session-opened.v1',
  z.object({ sessionId: idSchema, personId: idSchema, expiresAt: instantSchema }),
);
export const sessionClosed = event('identity.session-closed.v1', z.object({ sessionId: idSchema, personId: idSchema }));
/** A mail was handed over to the mail server, once. */
export const noticeSent = event(
  'identity.notice-sent.v1',
  z.object({ noticeId: idSchema, personId: idSchema, template: z.string().max(60), about: z.string().max(64) }),
);
/** A mail will not be sent: the person gave no address, or the server refused it for good. */
export const noticeDropped = event(
  'identity.notice-dropped.v1',
  z.object({ noticeId: idSchema, personId: idSchema, template: z.string().max(60), reason: z.enum(['no-address', 'refused']) }),
);
