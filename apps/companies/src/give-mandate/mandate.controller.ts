import { Body, Controller, Get, Headers, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, type Answer, authorise, Because, calendarDay, decided, PageQueryDto, positionOf, type Principal, ProblemError, Who } from '@salvatempo/http';
import { romeDate } from '@salvatempo/kernel';
import type { AggregateRunner, Cause, RowReader } from '@salvatempo/messaging';
import { PLATFORM, readerOf, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { companiesPolicy } from '../companies.policy';
import { firm, type Firm } from '../domain/firm';
import { intermediary, intermediaryCardOf, type Intermediary } from '../domain/intermediary';
import { mandate, mandateIdOf, type Mandate } from '../domain/mandate';
import { knownFirm } from '../read-firms/known-firm.handler';
import { knownIntermediary } from '../register-intermediary/known-intermediary.handler';
import type { EndMandate } from './end-mandate.decider';
import type { GiveMandate } from './give-mandate.decider';
import { EndMandateDto, GiveMandateDto } from './mandate.dto';
import { MandateChangeView, MandatePage, mandateView } from './mandate.view';
import { mandatesOfFirm, type MandateRow } from './mandates-of-firm.projection';

/** A firm's owner says who may act for it. Nobody else gives a mandate, and an end holds from the very next request on. */
@ApiTags('companies')
@Controller('api/companies/firms/:firmId/mandates')
export class MandateController {
  constructor(
    @Inject(runnerOf(mandate)) private readonly mandates: AggregateRunner<Mandate>,
    @Inject(runnerOf(firm)) private readonly firms: AggregateRunner<Firm>,
    @Inject(runnerOf(intermediary)) private readonly intermediaries: AggregateRunner<Intermediary>,
    @Inject(readerOf(mandatesOfFirm)) private readonly list: RowReader<MandateRow>,
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
  ) {}

  /** The firm's mandates, the latest with each adviser or association. */
  @Get()
  @Allow('firm-admin')
  @ApiOkResponse({ type: MandatePage })
  async all(@Param('firmId') firmId: string, @Who() who: Principal, @Query() { limit, after }: PageQueryDto, @Headers('salvatempo-position') position?: string): Promise<MandatePage> {
    authorise(companiesPolicy(who), 'mandate', 'Firm', { firmId });
    await this.list.caughtUp(positionOf(position));
    const page = await this.list.page({ tenancy: { tenant: firmId }, limit, newestFirst: true, ...(after === undefined ? {} : { after }) });
    const items = page.items.map(async (row) => mandateView(row, intermediaryCardOf((await this.intermediaries.load(row.intermediaryId))?.personal).name, this.today()));
    return { ...page, items: await Promise.all(items) };
  }

  /** Lets an adviser or association act for the firm, from a day on. */
  @Post()
  @Allow('firm-admin')
  @ApiCreatedResponse({ type: MandateChangeView })
  async give(@Param('firmId') firmId: string, @Body() body: GiveMandateDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<MandateChangeView>> {
    authorise(companiesPolicy(who), 'mandate', 'Firm', { firmId });
    const { intermediaryId, scopes } = body;
    const firstDay = this.comingDay('firstDay', body.firstDay);
    await knownFirm(this.firms, firmId);
    await knownIntermediary(this.intermediaries, intermediaryId);
    const data: GiveMandate = { firmId, intermediaryId, scopes, firstDay };
    return this.decide(firmId, intermediaryId, firstDay, { type: 'give-mandate', data }, cause);
  }

  /** Ends a mandate, at once or on a later day. */
  @Post(':intermediaryId/end')
  @Allow('firm-admin')
  @ApiCreatedResponse({ type: MandateChangeView })
  async end(@Param('firmId') firmId: string, @Param('intermediaryId') intermediaryId: string, @Body() body: EndMandateDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<MandateChangeView>> {
    authorise(companiesPolicy(who), 'mandate', 'Firm', { firmId });
    const data: EndMandate = { endsOn: this.comingDay('endsOn', body.endsOn) };
    return this.decide(firmId, intermediaryId, data.endsOn, { type: 'end-mandate', data }, cause);
  }

  private async decide(firmId: string, intermediaryId: string, day: string, command: { readonly type: string; readonly data: object }, cause: Cause): Promise<Answer<MandateChangeView>> {
    const id = mandateIdOf(firmId, intermediaryId);
    const { sequence } = decided(await this.mandates.execute(id, command, cause));
    return { status: 201, body: { firmId, intermediaryId, day }, location: `/api/companies/firms/${firmId}/mandates`, position: `${id}:${sequence}` };
  }

  private comingDay(field: string, date: string): string {
    if (calendarDay(field, date) < this.today()) throw new ProblemError('invalid-request', { errors: [{ field, code: 'date-in-past', message: 'Questo giorno è già passato.' }] });
    return date;
  }

  private today(): string {
    return romeDate(this.ports.ambient.clock.now());
  }
}
