import { Inject } from '@nestjs/common';
import { voucherCancelled, voucherExpired, voucherIssued, type Envelope, type NoticeTemplate } from '@salvatempo/contracts';
import { causeOf, Consumer, OnEveryEventOf, project, type AggregateRunner } from '@salvatempo/messaging';
import { PLATFORM, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { notice, noticeIdOf, type Notice } from '../domain/notice';
import type { RequestNotice } from './request-notice.decider';
import { voucherFacts } from './voucher-facts.projection';

const templates: Readonly<Record<string, NoticeTemplate>> = {
  [voucherIssued.type]: 'voucher-issued',
  [voucherCancelled.type]: 'voucher-cancelled',
  [voucherExpired.type]: 'voucher-expired',
};

/** Makes a notice of what happens to a voucher. First its facts are kept, so that the mail can tell them. */
@Consumer('identity.voucher-news')
export class VoucherNewsConsumer {
  constructor(
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
    @Inject(runnerOf(notice)) private readonly notices: AggregateRunner<Notice>,
  ) {}

  @OnEveryEventOf('vouchers')
  async take(event: Envelope): Promise<void> {
    await project(this.ports.store, voucherFacts, event);
    const template = templates[event.type];
    if (template === undefined) return;
    const data: RequestNotice = { personId: String(event.data['holderPersonId']), template, about: event.subject };
    await this.notices.execute(noticeIdOf(event.id), { type: 'request-notice', data }, causeOf(event));
  }
}
