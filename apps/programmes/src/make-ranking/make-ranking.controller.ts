import { Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { Allow, Because, decided, ProblemError, Who, type Answer, type Principal } from '@salvatempo/http';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { call, type Call, type Opened } from '../domain/call';
import { RankingView, rankingView } from '../read-ranking/ranking.view';
import type { MakeRanking } from './make-ranking.decider';
import { RankingSeeds } from './ranking-seed.handler';

@ApiTags('programmes')
@Controller('api/programmes/calls')
export class MakeRankingController {
  constructor(
    @Inject(runnerOf(call)) private readonly calls: AggregateRunner<Call>,
    private readonly seeds: RankingSeeds,
  ) {}

  /** Makes the ranking of a call whose applications are closed: reveals the seed, grants in order while the fund lasts. Once, and for good. */
  @Post(':callId/ranking')
  @Allow('operator')
  @ApiCreatedResponse({ type: RankingView })
  async make(@Param('callId') callId: string, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<RankingView>> {
    const found = (await this.calls.load(callId))?.state;
    if (!found || found.status === 'absent') throw new ProblemError('call-not-found');
    const data: MakeRanking = { seed: this.seeds.of(callId) };
    const { state, sequence } = decided(await this.calls.execute(callId, { type: 'make-ranking', data }, cause));
    return { status: 201, body: rankingView(state as Opened, who), location: `/api/programmes/calls/${callId}/ranking`, position: `${callId}:${sequence}` };
  }
}
