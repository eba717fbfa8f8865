import { Controller, Get, Headers, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, authorise, PageQueryDto, positionOf, ProblemError, Who, type Principal } from '@salvatempo/http';
import type { RowReader } from '@salvatempo/messaging';
import { readerOf } from '@salvatempo/runtime';
import { MandatedAccess } from '../read-mandates/mandated-access.handler';
import { surveyList, type SurveyRow } from './survey-list.projection';
import { Surveys } from './survey-results.handler';
import { SurveyPage, SurveyResults, surveyView } from './survey.view';

@ApiTags('companies')
@Controller('api/companies/firms/:firmId/surveys')
export class ReadSurveysController {
  constructor(
    @Inject(Surveys) private readonly surveys: Surveys,
    @Inject(MandatedAccess) private readonly access: MandatedAccess,
    @Inject(readerOf(surveyList)) private readonly list: RowReader<SurveyRow>,
  ) {}

  /** The firm's surveys with their links, newest first. */
  @Get()
  @Allow('firm-admin', 'adviser', 'association')
  @ApiOkResponse({ type: SurveyPage })
  async all(@Param('firmId') firmId: string, @Who() who: Principal, @Query() { limit, after }: PageQueryDto, @Headers('salvatempo-position') position?: string): Promise<SurveyPage> {
    authorise(await this.access.of(who, firmId), 'run', 'Survey', { firmId });
    await this.list.caughtUp(positionOf(position));
    const page = await this.list.page({ tenancy: { tenant: firmId }, limit, newestFirst: true, ...(after === undefined ? {} : { after }) });
    const views = page.items.map(async ({ surveyId }) => {
      const { state, tally } = await this.surveys.known(surveyId);
      return surveyView(state, tally);
    });
    return { ...page, items: await Promise.all(views) };
  }

  /**
   * A survey, and once it is closed how often each choice was made: by the firm's people where at least five answered; otherwise
   * together with other small surveys of the network, the association or the Comune, as `scope` says; and nothing where these are too few as well.
   */
  @Get(':surveyId')
  @Allow('firm-admin', 'adviser', 'association')
  @ApiOkResponse({ type: SurveyResults })
  async one(@Param('firmId') firmId: string, @Param('surveyId') surveyId: string, @Who() who: Principal): Promise<SurveyResults> {
    authorise(await this.access.of(who, firmId), 'run', 'Survey', { firmId });
    const results = await this.surveys.results(surveyId);
    if (results.firmId !== firmId) throw new ProblemError('survey-not-found');
    return results;
  }
}
