import { Inject } from '@nestjs/common';
import type { Envelope } from '@salvatempo/contracts';
import { Consumer, OnEveryEventOf, project } from '@salvatempo/messaging';
import { PLATFORM, type PlatformPorts } from '@salvatempo/runtime';
import { orderList } from './order-list.projection';

@Consumer('providers.order-list')
export class OrderListConsumer {
  constructor(@Inject(PLATFORM) private readonly ports: PlatformPorts) {}

  @OnEveryEventOf('providers')
  take(event: Envelope): Promise<void> {
    return project(this.ports.store, orderList, event);
  }
}
