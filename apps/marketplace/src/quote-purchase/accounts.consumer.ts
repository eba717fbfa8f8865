import { Inject } from '@nestjs/common';
import type { Envelope } from '@salvatempo/contracts';
import { Consumer, OnEveryEventOf, project } from '@salvatempo/messaging';
import { PLATFORM, type PlatformPorts } from '@salvatempo/runtime';
import { accounts } from './accounts.projection';

@Consumer('marketplace.accounts')
export class AccountsConsumer {
  constructor(@Inject(PLATFORM) private readonly ports: PlatformPorts) {}

  @OnEveryEventOf('benefits', accounts)
  take(event: Envelope): Promise<void> {
    return project(this.ports.store, accounts, event);
  }
}
