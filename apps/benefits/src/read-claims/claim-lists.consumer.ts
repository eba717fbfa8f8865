import { Inject } from '@nestjs/common';
import type { Envelope } from '@salvatempo/contracts';
import { Consumer, OnEveryEventOf, project } from '@salvatempo/messaging';
import { PLATFORM, type PlatformPorts } from '@salvatempo/runtime';
import { claimQueue, firmReimbursements, ownClaims } from './claim-lists.projection';

/** Keeps the lists of claims: a person's own, the validators' queue, and what firms owe. */
@Consumer('benefits.claim-lists')
export class ClaimListsConsumer {
  constructor(@Inject(PLATFORM) private readonly ports: PlatformPorts) {}

  @OnEveryEventOf('benefits', ownClaims, claimQueue, firmReimbursements)
  async take(event: Envelope): Promise<void> {
    for (const list of [ownClaims, claimQueue, firmReimbursements]) await project(this.ports.store, list, event);
  }
}
