import { Inject } from '@nestjs/common';
import type { Envelope } from '@salvatempo/contracts';
import { Consumer, OnEveryEventOf, project } from '@salvatempo/messaging';
import { PLATFORM, type PlatformPorts } from '@salvatempo/runtime';
import { meetingList } from './meeting-list.projection';

@Consumer('companies.meeting-list')
export class MeetingListConsumer {
  constructor(@Inject(PLATFORM) private readonly ports: PlatformPorts) {}

  @OnEveryEventOf('companies')
  take(event: Envelope): Promise<void> {
    return project(this.ports.store, meetingList, event);
  }
}
