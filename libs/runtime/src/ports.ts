import type { Ambient } from '@salvatempo/kernel';
import type { EventLog } from '@salvatempo/messaging';
import type { Store } from '@salvatempo/store';
import type { TerritoryKeys } from './keys/territory-keys';
import type { Tracing } from './tracing/tracing';

/** Hashes passwords; slow on purpose, and a port because the simulation can't wait for it. */
export interface PasswordHasher {
  hash(password: string): Promise<string>;
  verify(hash: string, password: string): Promise<boolean>;
}

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  /** The same mail handed over twice has the same id, so that a mailbox shows it once. */
  readonly messageId: string;
}

/** Hands a mail over. Throws MailRefusedError where it never will be taken, any other error for "try later". */
export interface MailSender {
  send(mail: Mail): Promise<void>;
}

export class MailRefusedError extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'MailRefusedError';
  }
}

/** A line of the process's own log. Values are redacted; never pass personal data. */
export interface ProcessLog {
  info(facts: Readonly<Record<string, unknown>>, message: string): void;
  warn(facts: Readonly<Record<string, unknown>>, message: string): void;
  error(facts: Readonly<Record<string, unknown>>, message: string): void;
}

/** Everything that a service is given from outside; the simulation passes its own. */
export interface PlatformPorts {
  readonly store: Store;
  readonly log: EventLog;
  readonly ambient: Ambient;
  readonly keys: TerritoryKeys;
  readonly hasher: PasswordHasher;
  readonly mail: MailSender;
  readonly processLog: ProcessLog;
  /** Address of the portal, for links; no slash at the end. */
  readonly publicUrl: string;
  /** Whom the owners of firms transfer their part of a purchase to; undefined where the territory hasn't said so. */
  readonly transferTo?: { readonly payee: string; readonly iban: string } | undefined;
  /** Undefined where nobody looks. */
  readonly tracing?: Tracing | undefined;
}
