import { Inject, Injectable } from '@nestjs/common';
import { romeDate } from '@salvatempo/kernel';
import type { AggregateRunner, RowReader } from '@salvatempo/messaging';
import { PLATFORM, readerOf, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { mandate, mandateIdOf, scopesOn, type Mandate } from '../domain/mandate';
import { OFFICE } from '../domain/meeting';
import { mandatesOfFirm, type MandateRow } from '../give-mandate/mandates-of-firm.projection';

/** Advisers and associations of one firm that are looked at; a firm has a few. */
const MOST = 100;

/** Whose meetings a firm may go to. */
@Injectable()
export class FirmOrganisers {
  constructor(
    @Inject(runnerOf(mandate)) private readonly mandates: AggregateRunner<Mandate>,
    @Inject(readerOf(mandatesOfFirm)) private readonly list: RowReader<MandateRow>,
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
  ) {}

  /** Whether a firm may go to the meetings of an organiser today: to the office's always, to others' with a mandate in force for the path. */
  async lets(firmId: string, organiser: string): Promise<boolean> {
    if (organiser === OFFICE) return true;
    const found = await this.mandates.load(mandateIdOf(firmId, organiser));
    return found !== undefined && scopesOn(found.state, romeDate(this.ports.ambient.clock.now())).includes('accompaniment');
  }

  /** The office and everybody to whom the firm ever gave a mandate, each with whether the firm may go to its meetings today. */
  async of(firmId: string): Promise<ReadonlyMap<string, boolean>> {
    const { items } = await this.list.page({ tenancy: { tenant: firmId }, limit: MOST, newestFirst: true });
    const organisers = [OFFICE, ...items.map(({ intermediaryId }) => intermediaryId)];
    return new Map(await Promise.all(organisers.map(async (organiser) => [organiser, await this.lets(firmId, organiser)] as const)));
  }
}
