import { Controller, Get, Headers, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, hasRole, organisationsOf, PageQueryDto, positionOf, Who, type Principal } from '@salvatempo/http';
import type { AggregateRunner, RowReader } from '@salvatempo/messaging';
import { readerOf, runnerOf } from '@salvatempo/runtime';
import { hoursFund, type HoursFund, type HoursRequest } from '../domain/hours-fund';
import { hoursFundList, type HoursFundRow } from './hours-fund-list.projection';
import { endedView, HoursFundDetail, HoursFundPage, hoursFundView, requestView } from './hours-fund.view';
import { knownHoursFund } from './known-hours-fund.handler';

@ApiTags('programmes')
@Controller('api/programmes/hours-funds')
export class ReadHoursController {
  constructor(
    @Inject(runnerOf(hoursFund)) private readonly funds: AggregateRunner<HoursFund>,
    @Inject(readerOf(hoursFundList)) private readonly list: RowReader<HoursFundRow>,
  ) {}

  /** The funds of mediator hours, newest first, with what each Comune has left. */
  @Get()
  @Allow()
  @ApiOkResponse({ type: HoursFundPage })
  async all(@Query() { limit, after }: PageQueryDto, @Headers('salvatempo-position') position?: string): Promise<HoursFundPage> {
    await this.list.caughtUp(positionOf(position));
    const page = await this.list.page({ tenancy: { tenant: 'territory' }, limit, newestFirst: true, ...(after === undefined ? {} : { after }) });
    return { ...page, items: page.items.map(hoursFundView) };
  }

  /** One fund as it stands now, with the requests that the caller may see. */
  @Get(':hoursFundId')
  @Allow()
  @ApiOkResponse({ type: HoursFundDetail })
  async one(@Param('hoursFundId') hoursFundId: string, @Who() who: Principal): Promise<HoursFundDetail> {
    const state = await knownHoursFund(this.funds, hoursFundId);
    const mine = new Set(organisationsOf(who, 'firm-admin'));
    const seen = ({ firmId }: HoursRequest): boolean => hasRole(who, 'operator') || (firmId !== undefined && mine.has(firmId));
    return { ...hoursFundView(state), requests: state.requests.filter(seen).map(requestView), ended: state.ended.filter(seen).map(endedView) };
  }
}
