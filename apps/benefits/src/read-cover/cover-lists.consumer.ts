import { Inject } from '@nestjs/common';
import type { Envelope } from '@salvatempo/contracts';
import { Consumer, OnEveryEventOf, project } from '@salvatempo/messaging';
import { PLATFORM, type PlatformPorts } from '@salvatempo/runtime';
import { proformaList } from '../issue-proforma/proforma-list.projection';
import { bankLines } from '../take-statement/bank-lines.projection';
import { firmCovers } from './firm-covers.projection';
import { waitingRuns } from './waiting-runs.projection';

/** Keeps the lists of pro-formas, bank lines, covers and runs that wait. */
@Consumer('benefits.cover-lists')
export class CoverListsConsumer {
  constructor(@Inject(PLATFORM) private readonly ports: PlatformPorts) {}

  @OnEveryEventOf('benefits', proformaList, bankLines, firmCovers, waitingRuns)
  async take(event: Envelope): Promise<void> {
    await project(this.ports.store, proformaList, event);
    await project(this.ports.store, bankLines, event);
    await project(this.ports.store, firmCovers, event);
    await project(this.ports.store, waitingRuns, event);
  }
}
