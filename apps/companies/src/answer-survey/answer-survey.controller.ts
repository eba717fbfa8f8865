import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Anybody, Because, decided, ProblemError, Untraced, type Answer } from '@salvatempo/http';
import { romeDate } from '@salvatempo/kernel';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { PLATFORM, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { firm, firmCardOf, type Firm } from '../domain/firm';
import { survey, surveyIdOf, type Survey } from '../domain/survey';
import { questionnaireOf } from '../open-survey/questionnaire.table';
import { Surveys } from '../read-surveys/survey-results.handler';
import type { AnswerSurvey } from './answer-survey.decider';
import { AnswerSurveyDto } from './answer-survey.dto';
import { checkedAnswers } from './answers.check';
import { AnswerTaken, QuestionnaireView, questionnaireView } from './questionnaire.view';

/** Enough of a digest that no two of a survey's attempts are the same; a shorter document is written for each answer. */
const ATTEMPT_LENGTH = 16;

/** For whoever has a survey's link. Nobody is asked who they are, and nothing of who, where or when is kept. */
@ApiTags('companies')
@Controller('api/companies/surveys')
export class AnswerSurveyController {
  constructor(
    @Inject(runnerOf(survey)) private readonly runner: AggregateRunner<Survey>,
    @Inject(runnerOf(firm)) private readonly firms: AggregateRunner<Firm>,
    @Inject(Surveys) private readonly surveys: Surveys,
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
  ) {}

  /** The questions behind a link, while answers are taken. */
  @Get(':token')
  @Anybody()
  @ApiOkResponse({ type: QuestionnaireView })
  async questions(@Param('token') token: string): Promise<QuestionnaireView> {
    const { state } = await this.surveys.known(surveyIdOf(token));
    if (state.status === 'closed' || romeDate(this.ports.ambient.clock.now()) > state.closesOn) throw new ProblemError('survey-closed');
    const { name } = firmCardOf((await this.firms.load(state.firmId))?.personal);
    return questionnaireView(name, state, questionnaireOf(state.version));
  }

  /**
   * Counts one person's answers. The same Idempotency-Key counts once; with another key the same browser can answer again, since
   * nothing is kept by which it could be known.
   */
  @Post(':token/answers')
  @Anybody()
  @Untraced()
  @ApiCreatedResponse({ type: AnswerTaken })
  async answer(@Param('token') token: string, @Body() { answers }: AnswerSurveyDto, @Because() cause: Cause): Promise<Answer<AnswerTaken>> {
    const surveyId = surveyIdOf(token);
    const { state } = await this.surveys.known(surveyId);
    const data: AnswerSurvey = { answers: checkedAnswers(questionnaireOf(state.version), answers), attempt: cause.id.slice(0, ATTEMPT_LENGTH) };
    decided(await this.runner.execute(surveyId, { type: 'answer-survey', data }, cause));
    return { status: 201, body: { closesOn: state.closesOn } };
  }
}
