import { Inject } from '@nestjs/common';
import type { Envelope } from '@salvatempo/contracts';
import { Consumer, OnEveryEventOf, project } from '@salvatempo/messaging';
import { PLATFORM, type PlatformPorts } from '@salvatempo/runtime';
import { intermediaryList } from './intermediary-list.projection';

@Consumer('companies.intermediary-list')
export class IntermediaryListConsumer {
  constructor(@Inject(PLATFORM) private readonly ports: PlatformPorts) {}

  @OnEveryEventOf('companies')
  take(event: Envelope): Promise<void> {
    return project(this.ports.store, intermediaryList, event);
  }
}
