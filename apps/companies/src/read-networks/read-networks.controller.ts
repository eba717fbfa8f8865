import { Controller, Get, Headers, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, hasRole, organisationsOf, PageQueryDto, positionOf, Who, type Principal } from '@salvatempo/http';
import { romeDate } from '@salvatempo/kernel';
import type { RowReader } from '@salvatempo/messaging';
import { PLATFORM, readerOf, type PlatformPorts } from '@salvatempo/runtime';
import { networkList, type NetworkRow } from './network-list.projection';
import { NetworkPage, networkSummary } from './network-list.view';
import { networksOf } from './networks-of.handler';

@ApiTags('companies')
@Controller('api/companies/networks')
export class ReadNetworksController {
  constructor(
    @Inject(readerOf(networkList)) private readonly list: RowReader<NetworkRow>,
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
  ) {}

  /** Networks, newest first: all for an officer, for a firm those that it is or was in. A firm's page may be short although another follows. */
  @Get()
  @Allow('operator', 'firm-admin')
  @ApiOkResponse({ type: NetworkPage })
  async all(@Query() { limit, after }: PageQueryDto, @Who() who: Principal, @Headers('salvatempo-position') position?: string): Promise<NetworkPage> {
    await this.list.caughtUp(positionOf(position));
    const mine = hasRole(who, 'operator') ? {} : { ofFirms: organisationsOf(who, 'firm-admin') };
    const page = await networksOf(this.list, { limit, ...mine, ...(after === undefined ? {} : { after }) });
    const today = romeDate(this.ports.ambient.clock.now());
    return { ...page, items: page.items.map((row) => networkSummary(row, today)) };
  }
}
