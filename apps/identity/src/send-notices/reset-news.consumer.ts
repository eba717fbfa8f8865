import { Inject } from '@nestjs/common';
import { accessCodeIssued, type DataOf, type Envelope } from '@salvatempo/contracts';
import { causeOf, Consumer, On, type AggregateRunner } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { notice, noticeIdOf, type Notice } from '../domain/notice';
import type { RequestNotice } from './request-notice.decider';

/** Makes a notice of each code that goes by mail; the others are on a firm's sheet. */
@Consumer('identity.reset-news')
export class ResetNewsConsumer {
  constructor(@Inject(runnerOf(notice)) private readonly notices: AggregateRunner<Notice>) {}

  @On(accessCodeIssued)
  async issued(message: Envelope<DataOf<typeof accessCodeIssued>>): Promise<void> {
    const { personId, organisationId } = message.data;
    if (organisationId !== undefined) return;
    const data: RequestNotice = { personId, template: 'password-reset', about: personId };
    await this.notices.execute(noticeIdOf(message.id), { type: 'request-notice', data }, causeOf(message));
  }
}
