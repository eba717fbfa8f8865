import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instantOf, type Ambient } from '@salvatempo/kernel';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { MailRefusedError, type Mail } from '../ports';
import { systemAmbient } from '../ambient/system-ambient';
import { folderSender } from './folder-sender';
import { smtpSender } from './smtp-sender';

const mail = (number: number, to = 'marta@example.org'): Mail => ({
  to,
  subject: 'Il voucher è pronto: 40,00 €',
  text: 'Perché no?\n',
  html: '<p>Perché no?</p>',
  messageId: `<notice-${number}@salvatempo>`,
});

describe('the SMTP sender', () => {
  const taken: ParsedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, done) {
      const code = address.startsWith('nobody@') ? 550 : address.startsWith('later@') ? 451 : undefined;
      done(code === undefined ? undefined : Object.assign(new Error('no'), { responseCode: code }));
    },
    onData(stream, _session, done) {
      simpleParser(stream).then((parsed) => (taken.push(parsed), done()), done);
    },
  });
  let url = '';

  beforeAll(async () => {
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    url = `smtp://127.0.0.1:${(server.server.address() as { port: number }).port}`;
  });
  afterAll(() => new Promise<void>((closed) => server.close(closed)));

  it('hands a mail over as it is, with its message id', async () => {
    await smtpSender(url, 'Salvatempo <avvisi@salvatempo.example>').send(mail(1));
    const [received] = taken;
    expect(received?.subject).toBe('Il voucher è pronto: 40,00 €');
    expect(received?.text?.trim()).toBe('Perché no?');
    expect(received?.html).toContain('Perché no?');
    expect(received?.messageId).toBe('<notice-1@salvatempo>');
    expect(received?.from?.value[0]).toMatchObject({ address: 'avvisi@salvatempo.example', name: 'Salvatempo' });
  });

  it('tells a refusal for good from one for now', async () => {
    const sender = smtpSender(url, 'avvisi@salvatempo.example');
    await expect(sender.send(mail(2, 'nobody@example.org'))).rejects.toBeInstanceOf(MailRefusedError);
    await expect(sender.send(mail(3, 'later@example.org'))).rejects.not.toBeInstanceOf(MailRefusedError);
    await expect(smtpSender('smtp://127.0.0.1:9', 'a@example.org').send(mail(4))).rejects.not.toBeInstanceOf(MailRefusedError);
  });

  it('sends to one address only, whatever the text says', async () => {
    const sender = smtpSender(url, 'avvisi@salvatempo.example');
    const before = taken.length;
    await sender.send(mail(5, 'a@example.org, b@example.org')).catch(() => undefined);
    for (const parsed of taken.slice(before)) expect([parsed.to].flat().flatMap((to) => to?.value ?? []).length).toBeLessThanOrEqual(1);
  });
});

describe('the folder sender', () => {
  const dir = mkdtempSync(join(tmpdir(), 'salvatempo-mail-'));
  afterAll(() => rmSync(dir, { recursive: true }));
  let atMs = Date.UTC(2026, 10, 24);
  const ambient: Ambient = { ...systemAmbient, clock: { now: () => instantOf((atMs += 1_000)), monotonicMs: () => atMs } };

  it('writes a mail once, keeps the newest and removes the oldest', async () => {
    const sender = folderSender(dir, ambient, 3);
    for (const number of [1, 2, 2, 3, 4]) await sender.send(mail(number));
    const files = readdirSync(dir).sort();
    const ids = await Promise.all(files.map(async (name) => (await simpleParser(readFileSync(join(dir, name)))).messageId));
    expect(ids).toEqual(['<notice-2@salvatempo>', '<notice-3@salvatempo>', '<notice-4@salvatempo>']);
  });

  it('writes what a mail program can read', async () => {
    const parsed = await simpleParser(readFileSync(join(dir, readdirSync(dir).sort()[0]!)));
    expect(parsed.subject).toBe('Il voucher è pronto: 40,00 €');
    expect(parsed.text?.trim()).toBe('Perché no?');
  });
});
