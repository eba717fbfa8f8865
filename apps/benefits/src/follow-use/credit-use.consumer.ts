import { Inject } from '@nestjs/common';
import type { Envelope } from '@salvatempo/contracts';
import { Consumer, OnEveryEventOf, project } from '@salvatempo/messaging';
import { PLATFORM, type PlatformPorts } from '@salvatempo/runtime';
import { creditUse } from './credit-use.projection';

/** Keeps what was used of each lot. */
@Consumer('benefits.credit-use')
export class CreditUseConsumer {
  constructor(@Inject(PLATFORM) private readonly ports: PlatformPorts) {}

  @OnEveryEventOf('benefits', creditUse)
  take(event: Envelope): Promise<void> {
    return project(this.ports.store, creditUse, event);
  }
}
