import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { Allow, type Answer, authorise, Because, calendarDay, decided, type Principal, ProblemError, Who } from '@salvatempo/http';
import { addDays, romeDate } from '@salvatempo/kernel';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { PLATFORM, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { firm, type Firm, type KnownFirm } from '../domain/firm';
import { intermediary, type Intermediary } from '../domain/intermediary';
import { mandate, mandateIdOf, scopesOn, type Mandate } from '../domain/mandate';
import { membersOn, network, type Network } from '../domain/network';
import { survey, surveyIdOf, type KnownSurvey, type Survey } from '../domain/survey';
import { knownFirm } from '../read-firms/known-firm.handler';
import { MandatedAccess } from '../read-mandates/mandated-access.handler';
import { SurveyView, surveyView } from '../read-surveys/survey.view';
import type { OpenSurvey } from './open-survey.decider';
import { OpenSurveyDto } from './open-survey.dto';
import { questionnaireOn } from './questionnaire.table';

/** Longer ones are forgotten by who should answer. */
const MAX_DAYS = 90;
/** As many answers as the firm has people, so many times: a link that went round must not fill the store. */
const TIMES_HEADCOUNT = 3;
const LEAST_ROOM = 10;
const MOST_ROOM = 2_000;
/** Characters of the link's secret, 5 bits each. */
const TOKEN_LENGTH = 26;

@ApiTags('companies')
@Controller('api/companies/firms/:firmId/surveys')
export class OpenSurveyController {
  constructor(
    @Inject(runnerOf(survey)) private readonly surveys: AggregateRunner<Survey>,
    @Inject(runnerOf(firm)) private readonly firms: AggregateRunner<Firm>,
    @Inject(runnerOf(network)) private readonly networks: AggregateRunner<Network>,
    @Inject(runnerOf(intermediary)) private readonly intermediaries: AggregateRunner<Intermediary>,
    @Inject(runnerOf(mandate)) private readonly mandates: AggregateRunner<Mandate>,
    @Inject(MandatedAccess) private readonly access: MandatedAccess,
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
  ) {}

  /** Opens an anonymous survey of what the firm's people need. Whoever has its link can answer, without a sign-in. */
  @Post()
  @Allow('firm-admin', 'adviser', 'association')
  @ApiCreatedResponse({ type: SurveyView })
  async open(@Param('firmId') firmId: string, @Body() body: OpenSurveyDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<SurveyView>> {
    authorise(await this.access.of(who, firmId), 'run', 'Survey', { firmId });
    const token = this.ports.keys.code('survey-link', cause.id, TOKEN_LENGTH).toLowerCase();
    const surveyId = surveyIdOf(token);
    const data = await this.command(firmId, token, body);
    const earlier = await this.surveys.earlier(surveyId, cause);
    const { events, sequence } = decided(earlier ?? (await this.surveys.execute(surveyId, { type: 'open-survey', data }, cause)));
    const view = surveyView({ ...(events[0]!.data as unknown as KnownSurvey), status: 'open' } as KnownSurvey, { token });
    return { status: 201, body: view, location: `/api/companies/firms/${firmId}/surveys/${surveyId}`, position: `${surveyId}:${sequence}` };
  }

  private async command(firmId: string, token: string, { closesOn, networkId, associationId }: OpenSurveyDto): Promise<OpenSurvey> {
    const today = romeDate(this.ports.ambient.clock.now());
    const { state } = await knownFirm(this.firms, firmId);
    const questionnaire = questionnaireOn(today);
    if (!questionnaire) throw new ProblemError('firm-not-found');
    assertSoon(calendarDay('closesOn', closesOn), today);
    if (networkId !== undefined && associationId !== undefined) throw new ProblemError('invalid-request', { errors: [{ field: 'associationId', code: 'survey-pool', message: 'Si sceglie una rete o un’associazione, non tutte e due.' }] });
    if (networkId !== undefined) await this.assertMember(networkId, firmId, today);
    if (associationId !== undefined) await this.assertMandated(associationId, firmId, today);
    const { municipality } = state;
    return { firmId, token, version: questionnaire.version, openedOn: today, closesOn, maxAnswers: room(state), municipality, ...(networkId === undefined ? {} : { networkId }), ...(associationId === undefined ? {} : { associationId }) };
  }

  private async assertMember(networkId: string, firmId: string, today: string): Promise<void> {
    const state = (await this.networks.load(networkId))?.state;
    if (!state || state.status === 'absent') throw new ProblemError('network-not-found');
    if (!membersOn(state, today).includes(firmId)) throw new ProblemError('not-in-network');
  }

  private async assertMandated(associationId: string, firmId: string, today: string): Promise<void> {
    const state = (await this.intermediaries.load(associationId))?.state;
    if (!state || state.status === 'absent' || state.kind !== 'association') throw new ProblemError('intermediary-not-found');
    const given = (await this.mandates.load(mandateIdOf(firmId, associationId)))?.state;
    if (!given || !scopesOn(given, today).includes('survey')) throw new ProblemError('mandate-not-found');
  }
}

const room = ({ occupatiCount }: KnownFirm): number => Math.min(MOST_ROOM, Math.max(LEAST_ROOM, TIMES_HEADCOUNT * occupatiCount));

function assertSoon(closesOn: string, today: string): void {
  if (closesOn >= today && closesOn <= addDays(today, MAX_DAYS)) return;
  throw new ProblemError('invalid-request', { errors: [{ field: 'closesOn', code: 'survey-days', message: `L’ultimo giorno è da oggi a ${MAX_DAYS} giorni.` }] });
}
