import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, type Principal, Who } from '@salvatempo/http';
import { romeDate } from '@salvatempo/kernel';
import type { AggregateRunner, RowReader } from '@salvatempo/messaging';
import { PLATFORM, readerOf, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { accompanimentView } from '../accompany-firm/accompaniment.view';
import { accompaniment, accompanimentIdOf, type Accompaniment } from '../domain/accompaniment';
import { firm, firmCardOf, type Firm } from '../domain/firm';
import { mandate, scopesOn, type KnownMandate, type Mandate } from '../domain/mandate';
import { knownFirm } from '../read-firms/known-firm.handler';
import { MandatedAccess } from './mandated-access.handler';
import { mandatedFirms } from './mandated-firms.projection';
import { MandatedFirms, type MandatedFirmView } from './mandated-firms.view';
import type { MandateRow } from '../give-mandate/mandates-of-firm.projection';

@ApiTags('companies')
@Controller('api/companies/mandates/mine')
export class MandatedFirmsController {
  constructor(
    @Inject(runnerOf(mandate)) private readonly mandates: AggregateRunner<Mandate>,
    @Inject(runnerOf(firm)) private readonly firms: AggregateRunner<Firm>,
    @Inject(runnerOf(accompaniment)) private readonly paths: AggregateRunner<Accompaniment>,
    @Inject(readerOf(mandatedFirms)) private readonly list: RowReader<MandateRow>,
    @Inject(MandatedAccess) private readonly access: MandatedAccess,
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
  ) {}

  /** The firms whose mandate the caller's office or association has today, each with the next step of its path. */
  @Get()
  @Allow('adviser', 'association')
  @ApiOkResponse({ type: MandatedFirms })
  async mine(@Who() who: Principal): Promise<MandatedFirms> {
    const today = romeDate(this.ports.ambient.clock.now());
    const items: MandatedFirmView[] = [];
    for (const intermediaryId of await this.access.actsFor(who))
      for await (const { mandateId } of this.list.each({ tenancy: { tenant: intermediaryId } })) {
        // The list says which there are; whether one holds now is said by its document alone.
        const state = (await this.mandates.load(mandateId))?.state;
        if (state && state.status !== 'absent' && scopesOn(state, today).length > 0) items.push(await this.view(state, today));
      }
    const order = ({ nextStep, name }: MandatedFirmView): string => `${nextStep?.dueOn ?? '9999'}/${name}`;
    return { items: items.sort((a, b) => (order(a) < order(b) ? -1 : 1)) };
  }

  private async view(state: KnownMandate, today: string): Promise<MandatedFirmView> {
    const { firmId, intermediaryId, scopes, firstDay } = state;
    const [known, path] = await Promise.all([knownFirm(this.firms, firmId), this.paths.load(accompanimentIdOf(firmId))]);
    const { nextStep } = accompanimentView(firmId, path?.state ?? accompaniment.initial, today);
    return {
      firmId,
      intermediaryId,
      name: firmCardOf(known.personal).name,
      municipality: known.state.municipality,
      scopes: [...scopes],
      firstDay,
      ...(state.status === 'ended' ? { endsOn: state.endsOn } : {}),
      ...(nextStep === undefined ? {} : { nextStep }),
    };
  }
}
