import type { DataOf, roleGranted } from '@salvatempo/contracts';
import { addMs, DAY_MS, MINUTE_MS, type Instant, type JsonObject } from '@salvatempo/kernel';
import type { Attempts } from './attempts';

export type Grant = Omit<DataOf<typeof roleGranted>, 'personId'>;

/** The newest one-time code. Its text is nowhere: it follows from person and round by the territory's key. */
export interface AccessCode {
  readonly round: number;
  readonly purpose: 'activation' | 'reset';
  readonly expiresAt: Instant;
  /** The firm that hands it out; without one it went by mail. */
  readonly organisationId?: string;
}

/** Somebody who may sign in, or will once they are let in by a code. */
export interface Person {
  readonly registered: boolean;
  readonly roles: readonly Grant[];
  /** How many passwords there have been; 0 is none yet. */
  readonly passwordRound: number;
  readonly hasAddress: boolean;
  /** How many codes there have been. */
  readonly codeRounds: number;
  readonly code?: AccessCode;
  readonly codeFailures?: Attempts;
  readonly signInFailures?: Attempts;
}

export const person = {
  service: 'identity',
  name: 'person',
  prefix: 'per',
  schema: 1,
  initial: { registered: false, roles: [], passwordRound: 0, hasAddress: false, codeRounds: 0 } as Person,
};

/** A firm's people have so long to use the code of its sheet. */
export const CODE_VALID_MS = 30 * DAY_MS;
/** A code that came by mail is used at once. */
export const MAILED_CODE_VALID_MS = 60 * MINUTE_MS;

export const hasGrant = ({ roles }: Person, role: Grant['role'], organisationId: string): boolean =>
  roles.some((grant) => grant.role === role && grant.organisationId === organisationId);

/** The code that would let the person in at an instant. */
export const liveCode = ({ code }: Person, at: Instant): AccessCode | undefined => (code && at < code.expiresAt ? code : undefined);

/** Whether a mailed code is so new that another one would only be a nuisance. */
export const justMailed = ({ code }: Person, at: Instant): boolean =>
  code !== undefined && code.organisationId === undefined && at < addMs(code.expiresAt, 10 * MINUTE_MS - MAILED_CODE_VALID_MS);

/** Kept beside the state and in no event. */
export interface PersonalData {
  /** Of somebody who signed up by themselves, as typed. */
  readonly username?: string;
  readonly email?: string;
  readonly passwordHash?: string;
}

export function personalDataOf(personal: Readonly<Record<string, unknown>> | undefined): PersonalData {
  const text = (field: keyof PersonalData): PersonalData => (typeof personal?.[field] === 'string' ? { [field]: personal[field] } : {});
  return { ...text('username'), ...text('email'), ...text('passwordHash') };
}

/** What is kept after a change; a field that isn't there stays. */
export const changedPersonal = (before: JsonObject | undefined, change: PersonalData): JsonObject => ({ ...personalDataOf(before), ...change });

/** Where notices go; undefined for nowhere. */
export const addressOf = ({ email, username }: PersonalData): string | undefined => email ?? (username?.includes('@') ? username : undefined);
