import { Inject } from '@nestjs/common';
import type { Envelope } from '@salvatempo/contracts';
import { Consumer, OnEveryEventOf, project } from '@salvatempo/messaging';
import { PLATFORM, type PlatformPorts } from '@salvatempo/runtime';
import { workList } from './work-list.projection';

@Consumer('providers.work-list')
export class WorkListConsumer {
  constructor(@Inject(PLATFORM) private readonly ports: PlatformPorts) {}

  @OnEveryEventOf('providers')
  take(event: Envelope): Promise<void> {
    return project(this.ports.store, workList, event);
  }
}
