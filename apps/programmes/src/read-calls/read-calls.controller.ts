import { Controller, Get, Headers, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, PageQueryDto, positionOf, ProblemError } from '@salvatempo/http';
import type { AggregateRunner, RowReader } from '@salvatempo/messaging';
import { readerOf, runnerOf } from '@salvatempo/runtime';
import { call, fundOf, type Call } from '../domain/call';
import { callList, type CallRow } from './call-list.projection';
import { CallPage, CallView, callView } from './call.view';

@ApiTags('programmes')
@Controller('api/programmes/calls')
export class ReadCallsController {
  constructor(
    @Inject(runnerOf(call)) private readonly calls: AggregateRunner<Call>,
    @Inject(readerOf(callList)) private readonly list: RowReader<CallRow>,
  ) {}

  /** The calls of the territory, newest first. */
  @Get()
  @Allow()
  @ApiOkResponse({ type: CallPage })
  async all(@Query() { limit, after }: PageQueryDto, @Headers('salvatempo-position') position?: string): Promise<CallPage> {
    await this.list.caughtUp(positionOf(position));
    const page = await this.list.page({ tenancy: { tenant: 'territory' }, limit, newestFirst: true, ...(after === undefined ? {} : { after }) });
    return { ...page, items: page.items.map(callView) };
  }

  /** One call with its fund as it stands now. */
  @Get(':callId')
  @Allow()
  @ApiOkResponse({ type: CallView })
  async one(@Param('callId') callId: string): Promise<CallView> {
    const state = (await this.calls.load(callId))?.state;
    if (!state || state.status === 'absent') throw new ProblemError('call-not-found');
    return callView({ ...state, fund: fundOf(state) });
  }
}
