import { createHash } from 'node:crypto';
import type { Incarnation } from '@salvatempo/testing';
import type { Mail, MailSender, PasswordHasher, ProcessLog } from '@salvatempo/runtime';
import type { FaultPlan } from './fault-plan';

/** Everybody's mailbox. It outlives the product; a mail that comes twice is there once, as its message id says. */
export class Mailbox {
  private readonly mails = new Map<string, Mail>();

  take(mail: Mail): void {
    this.mails.set(mail.messageId, mail);
  }

  get count(): number {
    return this.mails.size;
  }

  /** Mails to an address, oldest first. */
  of(address: string): readonly Mail[] {
    return [...this.mails.values()].filter(({ to }) => to === address);
  }
}

export const mailSender = (mailbox: Mailbox, life: Incarnation, faults: FaultPlan): MailSender => ({
  send: (mail) =>
    life.perform('mail.send', () => {
      if (faults.strikes('mail-refused-for-now')) throw new Error('the simulated mail server is busy');
      mailbox.take(mail);
    }),
});

/** Passwords without the work: slow hashing would measure the hasher, not the product. */
export const quickHasher = (life: Incarnation): PasswordHasher => ({
  hash: (password) => life.perform('hasher.hash', () => digestOf(password)),
  verify: (hash, password) => life.perform('hasher.verify', () => hash === digestOf(password)),
});

const digestOf = (password: string): string => `quick:${createHash('sha256').update(password).digest('base64url')}`;

/** The product's own log: an error in it is a finding. */
export const watchedLog = (
  onError: (message: string, facts: Readonly<Record<string, unknown>>) => void,
): ProcessLog => ({
  info: () => undefined,
  warn: () => undefined,
  error: (facts, message) => onError(message, facts),
});
