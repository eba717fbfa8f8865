import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, ProblemError, Who, type Principal } from '@salvatempo/http';
import type { AggregateRunner } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { call, type Call } from '../domain/call';
import { RankingView, rankingView } from './ranking.view';

@ApiTags('programmes')
@Controller('api/programmes/calls')
export class ReadRankingController {
  constructor(@Inject(runnerOf(call)) private readonly calls: AggregateRunner<Call>) {}

  /** The ranking of a call, with everything that it takes to make it again; before it is made, what is known by then. */
  @Get(':callId/ranking')
  @Allow()
  @ApiOkResponse({ type: RankingView })
  async read(@Param('callId') callId: string, @Who() who: Principal): Promise<RankingView> {
    const state = (await this.calls.load(callId))?.state;
    if (!state || state.status === 'absent') throw new ProblemError('call-not-found');
    return rankingView(state, who);
  }
}
