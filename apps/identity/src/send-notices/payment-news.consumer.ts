import { Inject } from '@nestjs/common';
import { firmReminded, type DataOf, type Envelope } from '@salvatempo/contracts';
import { romeDate } from '@salvatempo/kernel';
import { causeOf, Consumer, NotYetKnownError, OnEveryEventOf, project, type AggregateRunner, type RowReader } from '@salvatempo/messaging';
import { PLATFORM, readerOf, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { notice, noticeIdOf, type Notice } from '../domain/notice';
import { firmOwners, reminderFacts, type FirmOwner } from './reminder-facts.projection';
import type { RequestNotice } from './request-notice.decider';

/** Makes a notice of a firm's overdue pro-forma, one a day however many are. First its facts are kept, so that the mail can tell them. */
@Consumer('identity.payment-news')
export class PaymentNewsConsumer {
  constructor(
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
    @Inject(runnerOf(notice)) private readonly notices: AggregateRunner<Notice>,
    @Inject(readerOf(firmOwners)) private readonly owners: RowReader<FirmOwner>,
  ) {}

  @OnEveryEventOf('companies')
  firms(event: Envelope): Promise<void> {
    return project(this.ports.store, firmOwners, event);
  }

  @OnEveryEventOf('benefits', reminderFacts)
  async take(event: Envelope): Promise<void> {
    await project(this.ports.store, reminderFacts, event);
    if (event.type !== firmReminded.type) return;
    const { firmId, coverId } = event.data as DataOf<typeof firmReminded>;
    const owner = await this.owners.get(firmId);
    if (!owner) throw new NotYetKnownError(`the owner of ${firmId}`);
    const data: RequestNotice = { personId: owner.ownerPersonId, template: 'payment-reminder', about: coverId };
    await this.notices.execute(noticeIdOf(`${coverId} ${romeDate(event.time)}`), { type: 'request-notice', data }, causeOf(event));
  }
}
