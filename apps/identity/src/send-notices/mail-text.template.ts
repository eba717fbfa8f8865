import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NoticeTemplate } from '@salvatempo/contracts';
import type { Instant } from '@salvatempo/kernel';
import Handlebars from 'handlebars';

type Template = (facts: object) => string;

const read = (name: string): string => readFileSync(join(__dirname, 'templates', `${name}.hbs`), 'utf8');
const frame = Handlebars.compile(read('frame.html'), { strict: true });
const plain = (source: string): Template => Handlebars.compile(source, { noEscape: true });

/** Text and HTML files beside this one; they hold every word of a mail but its subject. */
const template = (name: NoticeTemplate, subject: string): { readonly subject: Template; readonly text: Template; readonly html: Template } => ({
  subject: plain(subject),
  text: plain(read(`${name}.text`)),
  html: Handlebars.compile(read(`${name}.html`)),
});

const templates: Readonly<Record<NoticeTemplate, ReturnType<typeof template>>> = {
  'voucher-issued': template('voucher-issued', 'Il voucher è pronto: {{title}}'),
  'voucher-cancelled': template('voucher-cancelled', 'Voucher annullato: {{title}}'),
  'voucher-expired': template('voucher-expired', 'Voucher scaduto: {{title}}'),
  'meeting-seated': template('meeting-seated', 'Ci sono i posti: {{title}}'),
  'payment-reminder': template('payment-reminder', 'Da versare: proforma n. {{ordinal}}'),
  'credit-expiring': template('credit-expiring', 'Credito welfare in scadenza: {{total}}'),
  'password-reset': template('password-reset', 'Codice per cambiare la password'),
};

/** A mail's subject and bodies. */
export function mailText(name: NoticeTemplate, facts: object): { readonly subject: string; readonly text: string; readonly html: string } {
  const { subject, text, html } = templates[name];
  const line = subject(facts).replace(/\s+/g, ' ');
  return { subject: line, text: text(facts), html: frame({ subject: line, body: html(facts) }) };
}

const day = new Intl.DateTimeFormat('it-IT', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'Europe/Rome' });
const time = new Intl.DateTimeFormat('it-IT', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Rome' });

/** `lun 23 nov 2026`, in Rome. */
export const romanDay = (instant: Instant): string => day.format(new Date(instant)).replace(/,/g, '');
/** `14:05`, in Rome. */
export const romanTime = (instant: Instant): string => time.format(new Date(instant));
