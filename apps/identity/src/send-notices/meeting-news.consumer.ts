import { Inject } from '@nestjs/common';
import { meetingWaiterSeated, type DataOf, type Envelope } from '@salvatempo/contracts';
import { causeOf, Consumer, OnEveryEventOf, project, type AggregateRunner } from '@salvatempo/messaging';
import { PLATFORM, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { notice, noticeIdOf, type Notice } from '../domain/notice';
import { meetingFacts } from './meeting-facts.projection';
import type { RequestNotice } from './request-notice.decider';

/** Makes a notice for whoever waited for places of a meeting that are theirs now. First the meeting's facts are kept, so that the mail can tell them. */
@Consumer('identity.meeting-news')
export class MeetingNewsConsumer {
  constructor(
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
    @Inject(runnerOf(notice)) private readonly notices: AggregateRunner<Notice>,
  ) {}

  @OnEveryEventOf('companies')
  async take(event: Envelope): Promise<void> {
    await project(this.ports.store, meetingFacts, event);
    if (event.type !== meetingWaiterSeated.type) return;
    const { personId, meetingId } = event.data as DataOf<typeof meetingWaiterSeated>;
    const data: RequestNotice = { personId, template: 'meeting-seated', about: meetingId };
    await this.notices.execute(noticeIdOf(event.id), { type: 'request-notice', data }, causeOf(event));
  }
}
