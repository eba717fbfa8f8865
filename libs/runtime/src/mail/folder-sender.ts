import { createHash } from 'node:crypto';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Ambient } from '@salvatempo/kernel';
import { createTransport } from 'nodemailer';
import type { MailSender } from '../ports';

/** Mails kept; the oldest beyond it are removed. */
export const MAX_KEPT = 1_000;
const FROM = 'Salvatempo <avvisi@salvatempo.example>';

/**
 * Writes mails as `.eml` files into a folder, for trying out and for machines without a mail server. The same mail handed over
 * twice is one file. Names begin with the time, so that they sort by it.
 */
export function folderSender(dir: string, ambient: Ambient, maxKept = MAX_KEPT): MailSender {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return {
    async send({ to, subject, text, html, messageId }) {
      const date = new Date(ambient.clock.now());
      const mail = { from: FROM, to: { name: '', address: to }, subject, text, messageId, date, ...(html === undefined ? {} : { html }) };
      const { message } = await composer.sendMail(mail);
      await mkdir(dir, { recursive: true });
      const mark = createHash('sha256').update(messageId).digest('hex').slice(0, 24);
      const files = (await readdir(dir)).filter((name) => name.endsWith('.eml')).sort();
      if (files.some((name) => name.endsWith(`-${mark}.eml`))) return;
      const name = `${ambient.clock.now().replace(/[:.]/g, '-')}-${mark}.eml`;
      // Never seen half written.
      await writeFile(join(dir, `${name}.part`), message as Buffer, { mode: 0o600 });
      await rename(join(dir, `${name}.part`), join(dir, name));
      const spare = files.slice(0, Math.max(0, files.length + 1 - maxKept));
      await Promise.all(spare.map((old) => rm(join(dir, old), { force: true })));
    },
  };
}
