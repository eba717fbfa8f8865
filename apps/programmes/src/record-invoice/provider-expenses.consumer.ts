import { Inject } from '@nestjs/common';
import type { Envelope } from '@salvatempo/contracts';
import { Consumer, OnEveryEventOf, project } from '@salvatempo/messaging';
import { PLATFORM, type PlatformPorts } from '@salvatempo/runtime';
import { providerExpenses } from './provider-expenses.projection';

@Consumer('programmes.provider-expenses')
export class ProviderExpensesConsumer {
  constructor(@Inject(PLATFORM) private readonly ports: PlatformPorts) {}

  @OnEveryEventOf('marketplace')
  take(event: Envelope): Promise<void> {
    return project(this.ports.store, providerExpenses, event);
  }
}
