import { Inject } from '@nestjs/common';
import type { Envelope } from '@salvatempo/contracts';
import { Consumer, OnEveryEventOf, project } from '@salvatempo/messaging';
import { PLATFORM, type PlatformPorts } from '@salvatempo/runtime';
import { accountList } from './account-list.projection';

/** Keeps each account's row. */
@Consumer('benefits.accounts')
export class AccountsConsumer {
  constructor(@Inject(PLATFORM) private readonly ports: PlatformPorts) {}

  @OnEveryEventOf('benefits', accountList)
  take(event: Envelope): Promise<void> {
    return project(this.ports.store, accountList, event);
  }
}
