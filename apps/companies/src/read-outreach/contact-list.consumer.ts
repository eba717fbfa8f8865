import { Inject } from '@nestjs/common';
import type { Envelope } from '@salvatempo/contracts';
import { Consumer, OnEveryEventOf, project } from '@salvatempo/messaging';
import { PLATFORM, type PlatformPorts } from '@salvatempo/runtime';
import { contactList } from './contact-list.projection';

@Consumer('companies.contact-list')
export class ContactListConsumer {
  constructor(@Inject(PLATFORM) private readonly ports: PlatformPorts) {}

  @OnEveryEventOf('companies')
  take(event: Envelope): Promise<void> {
    return project(this.ports.store, contactList, event);
  }
}
