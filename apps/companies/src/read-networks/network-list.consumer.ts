import { Inject } from '@nestjs/common';
import type { Envelope } from '@salvatempo/contracts';
import { Consumer, OnEveryEventOf, project } from '@salvatempo/messaging';
import { PLATFORM, type PlatformPorts } from '@salvatempo/runtime';
import { networkList } from './network-list.projection';

@Consumer('companies.network-list')
export class NetworkListConsumer {
  constructor(@Inject(PLATFORM) private readonly ports: PlatformPorts) {}

  @OnEveryEventOf('companies')
  take(event: Envelope): Promise<void> {
    return project(this.ports.store, networkList, event);
  }
}
