import { Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { Allow, authorise, Because, decided, ProblemError, Who, type Answer, type Principal } from '@salvatempo/http';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { survey, type Survey } from '../domain/survey';
import { MandatedAccess } from '../read-mandates/mandated-access.handler';
import { Surveys } from '../read-surveys/survey-results.handler';
import { SurveyView, surveyView } from '../read-surveys/survey.view';
import type { CloseSurvey } from './close-survey.decider';

@ApiTags('companies')
@Controller('api/companies/firms/:firmId/surveys/:surveyId/closure')
export class CloseSurveyController {
  constructor(
    @Inject(runnerOf(survey)) private readonly runner: AggregateRunner<Survey>,
    @Inject(Surveys) private readonly surveys: Surveys,
    @Inject(MandatedAccess) private readonly access: MandatedAccess,
  ) {}

  /** Ends a survey before its last day, for good. */
  @Post()
  @Allow('firm-admin', 'adviser', 'association')
  @ApiCreatedResponse({ type: SurveyView })
  async close(@Param('firmId') firmId: string, @Param('surveyId') surveyId: string, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<SurveyView>> {
    authorise(await this.access.of(who, firmId), 'run', 'Survey', { firmId });
    const { state, tally } = await this.surveys.known(surveyId);
    if (state.firmId !== firmId) throw new ProblemError('survey-not-found');
    const data: CloseSurvey = {};
    const { sequence } = decided(await this.runner.execute(surveyId, { type: 'close-survey', data }, cause));
    const body = { ...surveyView(state, tally), status: 'closed' };
    return { status: 201, body, location: `/api/companies/firms/${firmId}/surveys/${surveyId}`, position: `${surveyId}:${sequence}` };
  }
}
