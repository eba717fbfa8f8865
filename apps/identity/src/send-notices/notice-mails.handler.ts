import { Inject, Injectable } from '@nestjs/common';
import { EXPIRY_OPT_OUT, EXPIRY_OPT_OUT_LENGTH } from '@salvatempo/contracts';
import { derivedId, formatEuro, formatHours, type Cents, type Instant, type Minutes } from '@salvatempo/kernel';
import type { AggregateRunner, Loaded, RowReader } from '@salvatempo/messaging';
import { Directory, PLATFORM, readerOf, runnerOf, type Mail, type PlatformPorts } from '@salvatempo/runtime';
import type { KnownNotice } from '../domain/notice';
import { addressOf, liveCode, person, personalDataOf, type Person } from '../domain/person';
import { accessCodeOf } from '../set-password/access-codes.handler';
import type { DropNotice } from './finish-notice.decider';
import { expiryFacts, type ExpiryFacts } from './expiry-facts.projection';
import { mailText, romanDay, romanTime } from './mail-text.template';
import { meetingFacts, type MeetingFacts } from './meeting-facts.projection';
import { reminderFacts, type ReminderFacts } from './reminder-facts.projection';
import { voucherFacts, type VoucherFacts } from './voucher-facts.projection';

/** Writes the mail of a notice: to whom, and what it says today. */
@Injectable()
export class NoticeMails {
  constructor(
    @Inject(runnerOf(person)) private readonly persons: AggregateRunner<Person>,
    @Inject(readerOf(voucherFacts)) private readonly vouchers: RowReader<VoucherFacts>,
    @Inject(readerOf(meetingFacts)) private readonly meetings: RowReader<MeetingFacts>,
    @Inject(readerOf(reminderFacts)) private readonly reminders: RowReader<ReminderFacts>,
    @Inject(readerOf(expiryFacts)) private readonly expiries: RowReader<ExpiryFacts>,
    @Inject(Directory) private readonly directory: Directory,
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
  ) {}

  /** The mail, or why there will be none. */
  async compose(notice: KnownNotice): Promise<Mail | DropNotice> {
    const holder = await this.persons.load(notice.personId);
    const to = addressOf(personalDataOf(holder?.personal));
    if (!holder || to === undefined) return { reason: 'no-address' };
    const facts = await this.factsOf(notice, holder);
    if (!facts) return { reason: 'outdated' };
    return { to, messageId: `<${notice.noticeId}@salvatempo>`, ...mailText(notice.template, facts) };
  }

  private factsOf(notice: KnownNotice, holder: Loaded<Person>): object | undefined | Promise<object | undefined> {
    if (notice.template === 'password-reset') return this.resetFacts(notice.personId, holder);
    if (notice.template === 'payment-reminder') return this.reminderFacts(notice);
    if (notice.template === 'credit-expiring') return this.expiryFacts(notice);
    return notice.template === 'meeting-seated' ? this.meetingFacts(notice) : this.voucherFacts(notice);
  }

  /** Nobody is told of a meeting that has begun. */
  private async meetingFacts({ about }: KnownNotice): Promise<object | undefined> {
    const row = await this.meetings.get(about);
    if (!row || row.startsAt <= this.ports.ambient.clock.now()) return undefined;
    return { title: row.title, day: romanDay(row.startsAt), time: romanTime(row.startsAt), link: `${this.ports.publicUrl}/impresa/percorso` };
  }

  /** Whoever has paid meanwhile isn't told any more. */
  private async reminderFacts({ about }: KnownNotice): Promise<object | undefined> {
    const row = await this.reminders.get(about);
    if (!row || row.standing === 'regular') return undefined;
    const { ordinal, overdueCents, dueAt, standing } = row;
    return { ordinal, amount: formatEuro(overdueCents), due: romanDay(dueAt), isDefault: standing === 'in-default', link: `${this.ports.publicUrl}/impresa/crediti` };
  }

  /** Nobody is told of credit that is gone, nor by two mails of one day: one that comes late gives way to the next. */
  private async expiryFacts({ about, personId }: KnownNotice): Promise<object | undefined> {
    const remindersId = derivedId('rem', personId);
    const row = await this.expiries.get(remindersId);
    const now = this.ports.ambient.clock.now();
    if (!row || row.announcementId !== about || row.items.some(({ validUntil }) => validUntil < now)) return undefined;
    const code = this.ports.keys.code(EXPIRY_OPT_OUT, remindersId, EXPIRY_OPT_OUT_LENGTH);
    return {
      total: leftText(row.totalCents, row.totalMinutes),
      items: row.items.map(({ validUntil, amountCents, minutes }) => ({ day: romanDay(validUntil), amount: leftText(amountCents, minutes) })),
      link: `${this.ports.publicUrl}/in-scadenza`,
      optOutLink: `${this.ports.publicUrl}/avvisi/${remindersId}/${code}`,
    };
  }

  private resetFacts(personId: string, { state }: Loaded<Person>): object | undefined {
    const code = liveCode(state, this.ports.ambient.clock.now());
    if (!code || code.organisationId !== undefined) return undefined;
    const text = accessCodeOf(this.ports.keys, personId, code.round).replace(/^(.{5})/, '$1-');
    return { code: text, until: romanTime(code.expiresAt), link: `${this.ports.publicUrl}/password-dimenticata` };
  }

  private async voucherFacts({ about, personId }: KnownNotice): Promise<object | undefined> {
    const row = await this.vouchers.get(about);
    if (!row) return undefined;
    const [holder, provider] = await Promise.all([this.directory.person(personId, row.firmId), this.directory.organisation(row.providerId)]);
    return {
      name: holder?.name,
      provider: provider?.name,
      title: row.title,
      value: formatEuro(row.valueCents),
      expiry: romanDay(row.expiresAt satisfies Instant),
      link: `${this.ports.publicUrl}/voucher/${row.voucherId}`,
    };
  }
}

/** Euros and hours beside each other, whichever there are. */
const leftText = (cents: Cents, minutes: Minutes = 0): string => [...(cents > 0 ? [formatEuro(cents)] : []), ...(minutes > 0 ? [`${formatHours(minutes)} di servizio`] : [])].join(' e ');
