import { Inject, Injectable } from '@nestjs/common';
import { ProblemError } from '@salvatempo/http';
import type { AggregateRunner } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { LEAST_ANSWERS, survey, type ClosedSurvey, type KnownSurvey, type Survey } from '../domain/survey';
import { groupOf, surveyPool, type SurveyPool } from '../domain/survey-pool';
import { sumOf, tallyOf, type Tally } from '../domain/survey-tally';
import { questionCounts, surveyView, type SurveyResults } from './survey.view';

/** Reads surveys: a closed one of enough answers alone, a smaller one as part of its group, and nothing of any other. */
@Injectable()
export class Surveys {
  constructor(
    @Inject(runnerOf(survey)) private readonly surveys: AggregateRunner<Survey>,
    @Inject(runnerOf(surveyPool)) private readonly pools: AggregateRunner<SurveyPool>,
  ) {}

  /** Throws ProblemError `survey-not-found`. */
  async known(surveyId: string): Promise<{ readonly state: KnownSurvey; readonly tally: Tally }> {
    const found = await this.surveys.load(surveyId);
    if (!found || found.state.status === 'absent') throw new ProblemError('survey-not-found');
    return { state: found.state, tally: tallyOf(found.personal) };
  }

  /** Throws ProblemError `survey-not-found`. */
  async results(surveyId: string): Promise<SurveyResults> {
    const { state, tally } = await this.known(surveyId);
    const view = surveyView(state, tally);
    if (state.status === 'open') return view;
    if (tally.answers >= LEAST_ANSWERS) return { ...view, ...read('firm', state, [tally]) };
    const group = await this.groupWith(state);
    return group === undefined ? view : { ...view, ...read(state.pool!.scope, state, group) };
  }

  private async groupWith({ surveyId, pool }: ClosedSurvey): Promise<readonly Tally[] | undefined> {
    const state = pool && (await this.pools.load(pool.poolId))?.state;
    const group = state && groupOf(state, surveyId);
    return group && Promise.all(group.map(async (id) => (await this.known(id)).tally));
  }
}

function read(scope: string, { version }: KnownSurvey, tallies: readonly Tally[]): Pick<SurveyResults, 'scope' | 'answers' | 'questions'> {
  const answers = tallies.reduce((sum, tally) => sum + tally.answers, 0);
  return { scope, answers, questions: questionCounts(version, sumOf(tallies.map(({ counts }) => counts))) };
}
