import { Inject } from '@nestjs/common';
import type { Envelope } from '@salvatempo/contracts';
import { Consumer, OnEveryEventOf, project } from '@salvatempo/messaging';
import { PLATFORM, type PlatformPorts } from '@salvatempo/runtime';
import { ownPurchases } from './own-purchases.projection';

@Consumer('marketplace.own-purchases')
export class OwnPurchasesConsumer {
  constructor(@Inject(PLATFORM) private readonly ports: PlatformPorts) {}

  @OnEveryEventOf('marketplace')
  take(event: Envelope): Promise<void> {
    return project(this.ports.store, ownPurchases, event);
  }
}
