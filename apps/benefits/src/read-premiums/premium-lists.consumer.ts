import { Inject } from '@nestjs/common';
import type { Envelope } from '@salvatempo/contracts';
import { Consumer, OnEveryEventOf, project } from '@salvatempo/messaging';
import { PLATFORM, type PlatformPorts } from '@salvatempo/runtime';
import { premiumContracts } from '../record-premium-contract/premium-contracts.projection';
import { firmPremiums, ownPremiums } from './premium-lists.projection';

/** Keeps the lists of premiums and of the contracts that they rest on. */
@Consumer('benefits.premium-lists')
export class PremiumListsConsumer {
  constructor(@Inject(PLATFORM) private readonly ports: PlatformPorts) {}

  @OnEveryEventOf('benefits', premiumContracts, ownPremiums, firmPremiums)
  async take(event: Envelope): Promise<void> {
    await project(this.ports.store, premiumContracts, event);
    await project(this.ports.store, ownPremiums, event);
    await project(this.ports.store, firmPremiums, event);
  }
}
