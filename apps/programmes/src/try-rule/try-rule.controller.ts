import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { CallTerms } from '@salvatempo/contracts';
import { Allow, ProblemError } from '@salvatempo/http';
import type { AggregateRunner } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { call, type Call, type Opened } from '../domain/call';
import type { RuleOutcome, RuleTrial } from '../domain/rule-course';
import { tryRanking } from '../domain/try-ranking';
import { tryRule } from '../domain/try-rule';
import { CallHistories } from './call-history.handler';
import { RuleTrialView, type RuleOutcomeView } from './rule-trial.view';
import { TryRuleDto } from './try-rule.dto';

/** Firms that are named at most. */
const MAX_NAMED = 1_000;
const LIMITS = [
  'Chi non ha mai fatto domanda non compare: con un’altra regola forse l’avrebbe fatta.',
  'La percentuale e i massimi per ordine e per persona agiscono sugli acquisti, che si provano a parte.',
  'Gli aiuti de minimis sono quelli che risultavano a ogni domanda: una concessione in più qui non riduce il massimale altrove.',
];
const RANKED_LIMIT = 'La graduatoria si rifà con lo stesso seme e gli stessi punti; chi non è stato ammesso in tempo non vi rientra.';

@ApiTags('programmes')
@Controller('api/programmes/calls')
export class TryRuleController {
  constructor(
    @Inject(runnerOf(call)) private readonly calls: AggregateRunner<Call>,
    private readonly histories: CallHistories,
  ) {}

  /** Tries another rule on the applications that really came to a call, in their order and with what was known then. */
  @Get(':callId/rule-trial')
  @Allow('operator')
  @ApiOkResponse({ type: RuleTrialView })
  async try(@Param('callId') callId: string, @Query() changes: TryRuleDto): Promise<RuleTrialView> {
    const state = (await this.calls.load(callId))?.state;
    if (!state || state.status === 'absent') throw new ProblemError('call-not-found');
    const { trial: { actual, tried, gained, lost }, decisions, without } = await this.trialOf(callId, state, changed(state.terms, changes));
    return {
      actual: outcomeView(actual),
      tried: outcomeView(tried),
      gained: gained.slice(0, MAX_NAMED),
      lost: lost.slice(0, MAX_NAMED),
      decisions,
      notTried: without,
      limits: state.terms.ranking ? [...LIMITS, RANKED_LIMIT] : LIMITS,
    };
  }

  private async trialOf(callId: string, { terms, ranking }: Opened, other: CallTerms): Promise<{ readonly trial: RuleTrial; readonly decisions: number; readonly without: number }> {
    if (!terms.ranking) {
      const { steps, without } = await this.histories.of(callId);
      return { trial: tryRule(steps, other), decisions: steps.filter(({ kind }) => kind === 'decided').length, without };
    }
    // Before it is made nobody knows the seed, and nothing has happened yet to compare with.
    if (!ranking) throw new ProblemError('rule-trial-unranked');
    const { steps, without } = await this.histories.ofRanked(callId);
    return { trial: tryRanking(steps, other), decisions: steps.filter(({ kind }) => kind === 'checked').length, without };
  }
}

/** The terms with the changes; `any` takes a rule away. */
function changed(terms: CallTerms, { eligibleSectors, eligibleMunicipalities, ...figures }: TryRuleDto): CallTerms {
  const given = Object.fromEntries(Object.entries(figures).filter(([, value]) => value !== undefined));
  const isAny = (list?: readonly string[]): boolean => list?.includes('any') === true;
  return {
    ...terms,
    ...given,
    ...(eligibleSectors && { eligibleSectors: isAny(eligibleSectors) ? undefined : eligibleSectors }),
    ...(isAny(eligibleSectors) && { artisansAdmitted: undefined }),
    ...(eligibleMunicipalities && { eligibleMunicipalities: isAny(eligibleMunicipalities) ? undefined : eligibleMunicipalities }),
  };
}

const outcomeView = ({ firms, cents, refusals, byMunicipality }: RuleOutcome): RuleOutcomeView => ({ firms, cents, refusals: { ...refusals }, byMunicipality: byMunicipality.map((one) => ({ ...one })) });
