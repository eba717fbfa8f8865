import { Inject } from '@nestjs/common';
import type { Envelope } from '@salvatempo/contracts';
import { Consumer, OnEveryEventOf, project } from '@salvatempo/messaging';
import { PLATFORM, type PlatformPorts } from '@salvatempo/runtime';
import { firmContributions, ownContributions, paidContributions } from './contribution-lists.projection';

/** Keeps the lists of contributions: a person's own, what a firm's payroll has to pay, and what was paid in each month. */
@Consumer('benefits.contribution-lists')
export class ContributionListsConsumer {
  constructor(@Inject(PLATFORM) private readonly ports: PlatformPorts) {}

  @OnEveryEventOf('benefits', ownContributions, firmContributions, paidContributions)
  async take(event: Envelope): Promise<void> {
    for (const list of [ownContributions, firmContributions, paidContributions]) await project(this.ports.store, list, event);
  }
}
