import { Inject } from '@nestjs/common';
import { creditExpiryAnnounced, type DataOf, type Envelope } from '@salvatempo/contracts';
import { causeOf, Consumer, OnEveryEventOf, project, type AggregateRunner } from '@salvatempo/messaging';
import { PLATFORM, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { notice, noticeIdOf, type Notice } from '../domain/notice';
import { expiryFacts } from './expiry-facts.projection';
import type { RequestNotice } from './request-notice.decider';

/** Makes a notice for whoever has credit that expires. First what it says is kept, so that the mail can tell it. */
@Consumer('identity.expiry-news')
export class ExpiryNewsConsumer {
  constructor(
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
    @Inject(runnerOf(notice)) private readonly notices: AggregateRunner<Notice>,
  ) {}

  @OnEveryEventOf('benefits', expiryFacts)
  async take(event: Envelope): Promise<void> {
    await project(this.ports.store, expiryFacts, event);
    if (event.type !== creditExpiryAnnounced.type) return;
    const { personId, announcementId } = event.data as DataOf<typeof creditExpiryAnnounced>;
    const data: RequestNotice = { personId, template: 'credit-expiring', about: announcementId };
    await this.notices.execute(noticeIdOf(event.id), { type: 'request-notice', data }, causeOf(event));
  }
}
