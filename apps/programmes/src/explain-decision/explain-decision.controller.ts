import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, authorise, ProblemError, Who, type Principal } from '@salvatempo/http';
import type { AggregateRunner } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { allotment, isDecided, type Allotment } from '../domain/allotment';
import { call, type Call } from '../domain/call';
import { programmesPolicy } from '../programmes.policy';
import { knownAllotment } from '../read-allotments/known-allotment.handler';
import { explanationOf } from './explanation.text';
import { ExplanationView } from './explanation.view';

@ApiTags('programmes')
@Controller('api/programmes/allotments')
export class ExplainDecisionController {
  constructor(
    @Inject(runnerOf(allotment)) private readonly allotments: AggregateRunner<Allotment>,
    @Inject(runnerOf(call)) private readonly calls: AggregateRunner<Call>,
  ) {}

  /** Why an application was granted or refused: each rule of the call, with what was known then. */
  @Get(':allotmentId/explanation')
  @Allow('firm-admin', 'operator')
  @ApiOkResponse({ type: ExplanationView })
  async explain(@Param('allotmentId') allotmentId: string, @Who() who: Principal): Promise<ExplanationView> {
    const state = await knownAllotment(this.allotments, allotmentId);
    authorise(programmesPolicy(who), 'explain', 'Allotment', { firmId: state.firmId });
    // A place in the ranking is a decision too, whatever may still come of it.
    if (!isDecided(state) && !(state.status === 'admitted' && state.facts.ranked)) throw new ProblemError('allotment-undecided');
    const found = (await this.calls.load(state.callId))?.state;
    // A decision from before its facts were recorded is told by its code alone.
    const known = found?.status === 'open' && state.facts ? { terms: found.terms, facts: state.facts } : undefined;
    return {
      allotmentId,
      outcome: state.status === 'refused' ? 'refused' : state.status === 'admitted' ? 'waiting' : 'granted',
      ...(state.status === 'refused' && { code: state.code }),
      ...(known && { place: known.facts.ranked?.place ?? known.facts.place, ...(known.terms.textVersion !== undefined && { textVersion: known.terms.textVersion }) }),
      reasons: known ? [...explanationOf(known.facts, known.terms)] : [],
    };
  }
}
