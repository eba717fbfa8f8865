import { createTransport } from 'nodemailer';
import { MailRefusedError, type MailSender } from '../ports';

const TIMEOUT_MS = 10_000;

/**
 * Hands mails to a server. A permanent refusal (5xx) is a MailRefusedError; anything else means "try later".
 * @param url `smtp://host:port` or `smtps://user:password@host:port`.
 * @param from sender, e.g. `Salvatempo <avvisi@example.org>`.
 */
export function smtpSender(url: string, from: string): MailSender {
  const transport = createTransport({ url, connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS, disableFileAccess: true, disableUrlAccess: true });
  return {
    async send({ to, subject, text, html, messageId }) {
      try {
        await transport.sendMail({ from, to: { name: '', address: to }, subject, text, messageId, ...(html === undefined ? {} : { html }) });
      } catch (error) {
        throw refusedForGood(error) ? new MailRefusedError('the mail server refused it for good') : error;
      }
    },
  };
}

/** 5xx after the connection was made is about this mail; before that it is about the server. */
function refusedForGood(error: unknown): boolean {
  const { responseCode, code } = error as { responseCode?: number; code?: string };
  return (code === 'EENVELOPE' || code === 'EMESSAGE') && responseCode !== undefined && responseCode >= 500;
}
