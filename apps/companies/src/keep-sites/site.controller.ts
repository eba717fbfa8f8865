import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, authorise, Because, decided, Who, type Answer, type Principal } from '@salvatempo/http';
import { romeDate } from '@salvatempo/kernel';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { PLATFORM, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { companiesPolicy } from '../companies.policy';
import { firm, type Firm } from '../domain/firm';
import { siteIdOf, sites, sitesIdOf, type Sites } from '../domain/sites';
import { knownFirm } from '../read-firms/known-firm.handler';
import type { ChangeSite } from './change-site.decider';
import type { CloseSite } from './close-site.decider';
import type { OpenSite } from './open-site.decider';
import { assertSiteDay, checkedSiteData } from './site-data.check';
import { ChangeSiteDto, CloseSiteDto, OpenSiteDto } from './site.dto';
import { SiteChangeView, SiteList, siteList } from './site.view';

@ApiTags('companies')
@Controller('api/companies/firms/:firmId/sites')
export class SiteController {
  constructor(
    @Inject(runnerOf(sites)) private readonly sites: AggregateRunner<Sites>,
    @Inject(runnerOf(firm)) private readonly firms: AggregateRunner<Firm>,
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
  ) {}

  /** The firm's sites, closed ones too, with what is open now and what opens next; for its administrators, its employees and operators. */
  @Get()
  @Allow('firm-admin', 'employee', 'operator')
  @ApiOkResponse({ type: SiteList })
  async all(@Param('firmId') firmId: string, @Who() who: Principal): Promise<SiteList> {
    authorise(companiesPolicy(who), 'read', 'Site', { firmId });
    const [, found] = await Promise.all([knownFirm(this.firms, firmId), this.sites.load(sitesIdOf(firmId))]);
    return siteList(found?.state ?? sites.initial, found?.personal, this.ports.ambient.clock.now());
  }

  /** Writes down a site of the firm, with its opening hours as clocks in Rome show them. */
  @Post()
  @Allow('firm-admin')
  @ApiCreatedResponse({ type: SiteChangeView })
  async open(@Param('firmId') firmId: string, @Body() body: OpenSiteDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<SiteChangeView>> {
    authorise(companiesPolicy(who), 'keep', 'Site', { firmId });
    const { firstDay } = body;
    const data: OpenSite = { ...(await checkedSiteData(body, this.today(), { firstDay })), firmId, siteId: siteIdOf(cause.id), firstDay };
    return this.decide(firmId, 'open-site', data, cause);
  }

  /** Says anew what holds of a site, all of it. Hours hold from a day on that isn't past; the rest at once. */
  @Post(':siteId/changes')
  @Allow('firm-admin')
  @ApiCreatedResponse({ type: SiteChangeView })
  async change(@Param('firmId') firmId: string, @Param('siteId') siteId: string, @Body() body: ChangeSiteDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<SiteChangeView>> {
    authorise(companiesPolicy(who), 'keep', 'Site', { firmId });
    const from = body.from ?? this.today();
    const data: ChangeSite = { ...(await checkedSiteData(body, this.today(), { from })), firmId, siteId, from };
    return this.decide(firmId, 'change-site', data, cause);
  }

  /** Closes a site after a last day. It stays in the list; until that day is over another one puts it right. */
  @Post(':siteId/closure')
  @Allow('firm-admin')
  @ApiCreatedResponse({ type: SiteChangeView })
  async close(@Param('firmId') firmId: string, @Param('siteId') siteId: string, @Body() { lastDay }: CloseSiteDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<SiteChangeView>> {
    authorise(companiesPolicy(who), 'keep', 'Site', { firmId });
    assertSiteDay('lastDay', lastDay, this.today());
    const data: CloseSite = { firmId, siteId, lastDay };
    return this.decide(firmId, 'close-site', data, cause);
  }

  private async decide(firmId: string, type: string, data: object, cause: Cause): Promise<Answer<SiteChangeView>> {
    const sitesId = sitesIdOf(firmId);
    const { events, sequence } = decided(await this.sites.execute(sitesId, { type, data }, cause));
    const { siteId, firstDay, from, lastDay, changed } = events[0]!.data as unknown as SiteChangeView;
    const days = { ...(firstDay && { firstDay }), ...(from && { from }), ...(lastDay && { lastDay }), ...(changed && { changed }) };
    return { status: 201, body: { firmId, siteId, ...days }, location: `/api/companies/firms/${firmId}/sites`, position: `${sitesId}:${sequence}` };
  }

  private today(): string {
    return romeDate(this.ports.ambient.clock.now());
  }
}
