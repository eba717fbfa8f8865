import { Body, Controller, Inject, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { callOpened, type DataOf, type RankingTerms } from '@salvatempo/contracts';
import { Allow, Because, decided, type Answer } from '@salvatempo/http';
import { derivedId, epochMsOf, instantOf, romeDate, sha256 } from '@salvatempo/kernel';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { isInForce } from '../domain/aid-rules';
import { call, type Call } from '../domain/call';
import { RankingSeeds } from '../make-ranking/ranking-seed.handler';
import { CallView, callView } from '../read-calls/call.view';
import { RuleTables } from '../read-rule-tables/rule-tables.handler';
import type { OpenCall } from './open-call.decider';
import { OpenCallDto } from './open-call.dto';
import { RankingRulesDto } from './ranking-rules.dto';

@ApiTags('programmes')
@Controller('api/programmes/calls')
export class OpenCallController {
  constructor(
    @Inject(runnerOf(call)) private readonly calls: AggregateRunner<Call>,
    private readonly seeds: RankingSeeds,
    private readonly rules: RuleTables,
  ) {}

  /** Publishes a call: who may apply, what it gives, and its fund. */
  @Post()
  @Allow('operator')
  @ApiCreatedResponse({ type: CallView })
  async open(@Body() body: OpenCallDto, @Because() cause: Cause): Promise<Answer<CallView>> {
    const callId = derivedId('cal', cause.id);
    const { text, ranking, ...given } = withoutGaps(body);
    const terms = { ...given, title: given.title.trim(), opensAt: instant(given.opensAt), closesAt: instant(given.closesAt), ...(ranking && { ranking: rankingOf(ranking, this.seeds.of(callId)) }) };
    const { aidRegime } = terms;
    const regimeInForce = aidRegime === undefined || isInForce(await this.rules.aid(), aidRegime, romeDate(terms.opensAt), romeDate(terms.closesAt));
    const data: OpenCall = { terms, regimeInForce, ...(text !== undefined && { text }) };
    const { events, sequence } = decided(await this.calls.execute(callId, { type: 'open-call', data }, cause));
    const opened = events[0]!.data as DataOf<typeof callOpened>;
    return { status: 201, body: callView(opened), location: `/api/programmes/calls/${callId}`, position: `${callId}:${sequence}` };
  }
}

/** The points table with the hash of the seed, which binds the call to it before anybody applies. */
const rankingOf = ({ version, applicationsCloseAt, criteria }: RankingRulesDto, seed: string): RankingTerms => ({ version, applicationsCloseAt: instant(applicationsCloseAt), seedHash: sha256(seed), criteria: criteria.map((one) => withoutGaps({ ...one, text: one.text.trim() })) });

const instant = (text: string): string => instantOf(epochMsOf(text));

/** Without the fields that were left out, or given as null. */
const withoutGaps = <T extends object>(body: T): T => Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined && value !== null)) as T;
