import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { CallTerms } from '@salvatempo/contracts';
import { Allow, ProblemError } from '@salvatempo/http';
import type { AggregateRunner } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { call, type Call } from '../domain/call';
import { tryRule, type RuleOutcome } from '../domain/try-rule';
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
    // There the order of the decisions says nothing about who had to stand back for whom.
    if (state.terms.ranking) throw new ProblemError('rule-trial-ranked');
    const { steps, without } = await this.histories.of(callId);
    const { actual, tried, gained, lost } = tryRule(steps, changed(state.terms, changes));
    const decisions = steps.filter(({ kind }) => kind === 'decided').length;
    return {
      actual: outcomeView(actual),
      tried: outcomeView(tried),
      gained: gained.slice(0, MAX_NAMED),
      lost: lost.slice(0, MAX_NAMED),
      decisions,
      notTried: without,
      limits: LIMITS,
    };
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
