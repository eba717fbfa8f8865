import { Inject } from '@nestjs/common';
import type { Envelope } from '@salvatempo/contracts';
import { Consumer, OnEveryEventOf, project } from '@salvatempo/messaging';
import { PLATFORM, type PlatformPorts } from '@salvatempo/runtime';
import { planList } from '../open-plan/plan-list.projection';
import { residues } from '../read-residues/residues.projection';
import { settledYears } from '../settle-year/settled-years.projection';

/** Keeps the lists of plans, settled years and residues. */
@Consumer('benefits.lists')
export class BenefitsListsConsumer {
  constructor(@Inject(PLATFORM) private readonly ports: PlatformPorts) {}

  @OnEveryEventOf('benefits', planList, settledYears, residues)
  async take(event: Envelope): Promise<void> {
    await project(this.ports.store, planList, event);
    await project(this.ports.store, settledYears, event);
    await project(this.ports.store, residues, event);
  }
}
