import { Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import type { DataOf, rankingMade } from '@salvatempo/contracts';
import { Allow, Because, decided, ProblemError, Who, type Answer, type Principal } from '@salvatempo/http';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { call, type Call, type Opened } from '../domain/call';
import type { Place } from '../domain/ranking';
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
    const { state, events, sequence } = decided(await this.calls.execute(callId, { type: 'make-ranking', data }, cause));
    return { status: 201, body: rankingView(asMade(state as Opened, events[0]!.data as DataOf<typeof rankingMade>), who), location: `/api/programmes/calls/${callId}/ranking`, position: `${callId}:${sequence}` };
  }
}

/** The call with its ranking as it was made, whatever has come of its places since: a repeat says the same. */
function asMade(state: Opened, { seed, lines }: DataOf<typeof rankingMade>): Opened {
  const granted = new Set(lines.filter((line) => line.granted).map(({ allotmentId }) => allotmentId));
  const places = state.ranking!.places.map((place): Place => ({ ...place, outcome: granted.has(place.allotmentId) ? 'funded' : 'waiting' }));
  return { ...state, ranking: { seed, places } };
}
