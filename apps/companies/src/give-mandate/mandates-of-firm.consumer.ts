import { Inject } from '@nestjs/common';
import type { Envelope } from '@salvatempo/contracts';
import { Consumer, OnEveryEventOf, project } from '@salvatempo/messaging';
import { PLATFORM, type PlatformPorts } from '@salvatempo/runtime';
import { mandatesOfFirm } from './mandates-of-firm.projection';

@Consumer('companies.mandates-of-firm')
export class MandatesOfFirmConsumer {
  constructor(@Inject(PLATFORM) private readonly ports: PlatformPorts) {}

  @OnEveryEventOf('companies')
  take(event: Envelope): Promise<void> {
    return project(this.ports.store, mandatesOfFirm, event);
  }
}
