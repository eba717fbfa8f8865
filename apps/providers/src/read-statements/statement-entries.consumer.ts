import { Inject } from '@nestjs/common';
import type { Envelope } from '@salvatempo/contracts';
import { Consumer, OnEveryEventOf, project } from '@salvatempo/messaging';
import { PLATFORM, type PlatformPorts } from '@salvatempo/runtime';
import { statementEntries } from './statement-entries.projection';

@Consumer('providers.statement-entries')
export class StatementEntriesConsumer {
  constructor(@Inject(PLATFORM) private readonly ports: PlatformPorts) {}

  @OnEveryEventOf('marketplace')
  take(event: Envelope): Promise<void> {
    return project(this.ports.store, statementEntries, event);
  }
}
