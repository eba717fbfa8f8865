import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, authorise, Who, type Principal } from '@salvatempo/http';
import type { AggregateRunner, RowReader } from '@salvatempo/messaging';
import { PLATFORM, readerOf, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { hasGrant, person, type Person } from '../domain/person';
import { identityPolicy } from '../identity.policy';
import { ActivationCodePage, ActivationCodesQueryDto, ActivationCodeView } from './activation-codes.dto';
import { codeView } from './code.view';
import { firmPeople, type FirmPersonRow } from './firm-people.projection';

@ApiTags('identity')
@Controller('api/identity/activation-codes')
export class ActivationCodesController {
  constructor(
    @Inject(runnerOf(person)) private readonly persons: AggregateRunner<Person>,
    @Inject(readerOf(firmPeople)) private readonly people: RowReader<FirmPersonRow>,
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
  ) {}

  /** Who of a firm's people is let in already, and the codes of those who aren't, for the printed sheet. */
  @Get()
  @Allow('firm-admin')
  @ApiOkResponse({ type: ActivationCodePage })
  async sheet(@Query() { firmId, limit, after }: ActivationCodesQueryDto, @Who() who: Principal): Promise<ActivationCodePage> {
    authorise(identityPolicy(who), 'read', 'ActivationCode', { firmId });
    const page = await this.people.page({ tenancy: { tenant: firmId }, limit, ...(after === undefined ? {} : { after }) });
    const views = await Promise.all(page.items.map(({ personId }) => this.view(personId, firmId)));
    return { ...page, items: views.filter((view) => view !== undefined) };
  }

  /** Undefined for somebody who was added a moment ago and hasn't their role yet. */
  private async view(personId: string, firmId: string): Promise<ActivationCodeView | undefined> {
    const state = (await this.persons.load(personId))?.state;
    if (!state || !hasGrant(state, 'employee', firmId)) return undefined;
    return codeView(personId, state, firmId, this.ports);
  }
}
