import { Inject } from '@nestjs/common';
import type { Envelope } from '@salvatempo/contracts';
import { Consumer, OnEveryEventOf, project } from '@salvatempo/messaging';
import { PLATFORM, type PlatformPorts } from '@salvatempo/runtime';
import { declaredWork } from './work.projection';

@Consumer('programmes.declared-work')
export class DeclaredWorkConsumer {
  constructor(@Inject(PLATFORM) private readonly ports: PlatformPorts) {}

  @OnEveryEventOf('providers')
  take(event: Envelope): Promise<void> {
    return project(this.ports.store, declaredWork, event);
  }
}
