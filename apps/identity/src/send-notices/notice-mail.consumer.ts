import { Inject } from '@nestjs/common';
import { noticeRequested, noticeRetried, type DataOf, type Envelope, type NoticeTemplate } from '@salvatempo/contracts';
import { isNight, outOfNight } from '@salvatempo/kernel';
import { causeOf, Consumer, On, type AggregateRunner } from '@salvatempo/messaging';
import { MailRefusedError, PLATFORM, runnerOf, type Mail, type PlatformPorts } from '@salvatempo/runtime';
import { notice, type Notice } from '../domain/notice';
import type { DelayNotice } from './delay-notice.decider';
import { NoticeMails } from './notice-mails.handler';

/** Mails about what somebody didn't just do or ask for. */
const BY_DAY: readonly NoticeTemplate[] = ['credit-expiring'];

/** Hands mails over. The mail's own id makes one that was handed over twice appear once. */
@Consumer('identity.mails')
export class NoticeMailConsumer {
  constructor(
    @Inject(runnerOf(notice)) private readonly notices: AggregateRunner<Notice>,
    @Inject(NoticeMails) private readonly mails: NoticeMails,
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
  ) {}

  @On(noticeRequested)
  requested(message: Envelope<DataOf<typeof noticeRequested>>): Promise<void> {
    return this.attempt(message, 1);
  }

  @On(noticeRetried)
  retried(message: Envelope<DataOf<typeof noticeRetried>>): Promise<void> {
    return this.attempt(message, message.data.attempt);
  }

  private async attempt(message: Envelope<{ noticeId: string }>, attempt: number): Promise<void> {
    const { noticeId } = message.data;
    const state = (await this.notices.load(noticeId))?.state;
    if (state?.status !== 'waiting' || state.attempt !== attempt) return;
    const mail = await this.mails.compose(state);
    const command = 'reason' in mail ? { type: 'drop-notice', data: mail } : (this.tooLate(state.template) ?? (await this.send(mail)));
    await this.notices.execute(noticeId, command, causeOf(message));
  }

  /** What can wait isn't sent by night in Rome, however late its event was handled. */
  private tooLate(template: NoticeTemplate): { type: string; data: DelayNotice } | undefined {
    const now = this.ports.ambient.clock.now();
    return BY_DAY.includes(template) && isNight(now) ? { type: 'delay-notice', data: { notBefore: outOfNight(now) } } : undefined;
  }

  private async send(mail: Mail): Promise<{ type: string; data: object }> {
    try {
      await this.ports.mail.send(mail);
      return { type: 'note-sent', data: {} };
    } catch (error) {
      if (error instanceof MailRefusedError) return { type: 'drop-notice', data: { reason: 'refused' } };
      this.ports.processLog.warn({ error }, 'a mail could not be handed over and is tried again later');
      return { type: 'delay-notice', data: {} };
    }
  }
}
