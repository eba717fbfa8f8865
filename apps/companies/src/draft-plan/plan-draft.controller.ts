import { Controller, Get, Inject, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Allow, authorise, ProblemError, Who, type Principal } from '@salvatempo/http';
import { romeDate } from '@salvatempo/kernel';
import type { AggregateRunner } from '@salvatempo/messaging';
import { PLATFORM, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { companiesPolicy } from '../companies.policy';
import { firm, type Firm } from '../domain/firm';
import { categoryKindOf, categoryNameOf } from '../import-employees/employee-categories.table';
import { knownFirm } from '../read-firms/known-firm.handler';
import { Surveys } from '../read-surveys/survey-results.handler';
import { draftPlan, type PlanDraftFacts } from './plan-draft.handler';
import { PlanDraftQueryDto } from './plan-draft.dto';
import { PlanDraftView, planDraftView } from './plan-draft.view';
import { regulationPdf } from './regulation.pdf';

@ApiTags('companies')
@Controller('api/companies/firms/:firmId/surveys/:surveyId/plan-draft')
export class PlanDraftController {
  constructor(
    @Inject(Surveys) private readonly surveys: Surveys,
    @Inject(runnerOf(firm)) private readonly firms: AggregateRunner<Firm>,
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
  ) {}

  /**
   * A draft of the firm's plan from what a survey may be read as: services in the order of need, each with why and with what the
   * rules say of its tax. It is made anew each time; where no answers may be read it says so and suggests nothing.
   */
  @Get()
  @Allow('firm-admin')
  @ApiOkResponse({ type: PlanDraftView })
  async of(@Param('firmId') firmId: string, @Param('surveyId') surveyId: string, @Query() query: PlanDraftQueryDto, @Who() who: Principal): Promise<PlanDraftView> {
    authorise(companiesPolicy(who), 'run', 'Survey', { firmId });
    const facts = await this.facts(firmId, surveyId, query);
    return planDraftView({ firmId, surveyId }, facts, draftPlan(facts));
  }

  /** A regulation made of the same draft, as a PDF in Italian to be read with the adviser and signed. It names nobody. */
  @Get('regulation')
  @Allow('firm-admin')
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async regulation(@Param('firmId') firmId: string, @Param('surveyId') surveyId: string, @Query() query: PlanDraftQueryDto, @Who() who: Principal): Promise<StreamableFile> {
    authorise(companiesPolicy(who), 'run', 'Survey', { firmId });
    const facts = await this.facts(firmId, surveyId, query);
    const categoryNames = facts.categories.map((code) => categoryNameOf(code, facts.day) ?? code);
    const bytes = await regulationPdf({ draft: draftPlan(facts), facts, categoryNames });
    return new StreamableFile(bytes, { type: 'application/pdf', disposition: 'attachment; filename="regolamento-welfare.pdf"' });
  }

  private async facts(firmId: string, surveyId: string, { perPersonCents, residue, category }: PlanDraftQueryDto): Promise<PlanDraftFacts> {
    const day = romeDate(this.ports.ambient.clock.now());
    if (category.some((code) => categoryKindOf(code, day) === undefined))
      throw new ProblemError('invalid-request', { errors: [{ field: 'category', code: 'unknown-category', message: 'Questa categoria non è fra quelle oggettive.' }] });
    const { state } = await knownFirm(this.firms, firmId);
    const { firmId: asker, scope, answers, questions } = await this.surveys.results(surveyId);
    if (asker !== firmId) throw new ProblemError('survey-not-found');
    const reading = scope === undefined || answers === undefined || questions === undefined ? {} : { reading: { scope, answers, questions } };
    return { day, employeesCount: state.employeesCount, perPersonCents, categories: category, residue, ...reading };
  }
}
