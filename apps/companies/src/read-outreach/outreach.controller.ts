import { Body, Controller, Get, Headers, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, type Answer, authorise, Because, calendarDay, decided, positionOf, type Principal, ProblemError, Who } from '@salvatempo/http';
import { romeDate } from '@salvatempo/kernel';
import type { AggregateRunner, Cause, RowReader } from '@salvatempo/messaging';
import { PLATFORM, readerOf, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import type { AdvanceContact } from '../advance-contact/advance-contact.decider';
import { companiesPolicy } from '../companies.policy';
import { contact, contactCardOf, type Contact } from '../domain/contact';
import { intermediary, intermediaryCardOf, type Intermediary } from '../domain/intermediary';
import { contactList, type ContactRow } from './contact-list.projection';
import { funnelsOf, type Funnel } from './funnel.view';
import { AdvanceContactDto, ContactsQueryDto } from './outreach.dto';
import { ContactChangeView, ContactPage, contactView, FunnelsView, type NamedFunnelView } from './outreach.view';

/** The firms to win over, and how far that is; for officers alone. */
@ApiTags('companies')
@Controller('api/companies/outreach')
export class OutreachController {
  constructor(
    @Inject(runnerOf(contact)) private readonly contacts: AggregateRunner<Contact>,
    @Inject(runnerOf(intermediary)) private readonly intermediaries: AggregateRunner<Intermediary>,
    @Inject(readerOf(contactList)) private readonly list: RowReader<ContactRow>,
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
  ) {}

  /** Firms to contact, of one Comune if wanted, newest first. */
  @Get('contacts')
  @Allow('operator')
  @ApiOkResponse({ type: ContactPage })
  async all(@Query() { municipality, limit, after }: ContactsQueryDto, @Who() who: Principal, @Headers('salvatempo-position') position?: string): Promise<ContactPage> {
    authorise(companiesPolicy(who), 'reach-out', 'Contact', {});
    await this.list.caughtUp(positionOf(position));
    const page = await this.list.page({
      tenancy: { tenant: 'territory' },
      limit,
      newestFirst: true,
      ...(municipality === undefined ? {} : { where: { municipality } }),
      ...(after === undefined ? {} : { after }),
    });
    const items = page.items.map(async (row) => contactView(row, contactCardOf((await this.contacts.load(row.contactId))?.personal)));
    return { ...page, items: await Promise.all(items) };
  }

  /** How many firms were listed, contacted, invited, met and joined: in all, by Comune, and by who found them. */
  @Get('funnel')
  @Allow('operator')
  @ApiOkResponse({ type: FunnelsView })
  async funnel(@Who() who: Principal): Promise<FunnelsView> {
    authorise(companiesPolicy(who), 'reach-out', 'Contact', {});
    const { all, byMunicipality, byFinder } = await funnelsOf(this.list.each({ tenancy: { tenant: 'territory' } }));
    const named = (funnels: ReadonlyMap<string, Funnel>): Promise<NamedFunnelView[]> => Promise.all([...funnels].map(([code, funnel]) => this.named(code, funnel)));
    return { all, byMunicipality: await named(byMunicipality), byFinder: await named(byFinder) };
  }

  /** A firm was contacted, invited or met on a day. That it joined is written down by itself. */
  @Post('contacts/:contactId/stages')
  @Allow('operator')
  @ApiCreatedResponse({ type: ContactChangeView })
  async advance(@Param('contactId') contactId: string, @Body() body: AdvanceContactDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<ContactChangeView>> {
    authorise(companiesPolicy(who), 'reach-out', 'Contact', {});
    const on = calendarDay('on', body.on);
    if (on > romeDate(this.ports.ambient.clock.now())) throw new ProblemError('invalid-request', { errors: [{ field: 'on', code: 'date-in-future', message: 'Questo giorno non è ancora venuto.' }] });
    if (((await this.contacts.load(contactId))?.state.status ?? 'absent') === 'absent') throw new ProblemError('contact-not-found');
    const data: AdvanceContact = { stage: body.stage, on };
    const { sequence } = decided(await this.contacts.execute(contactId, { type: 'advance-contact', data }, cause));
    return { status: 201, body: { contactId, ...data }, location: '/api/companies/outreach/contacts', position: `${contactId}:${sequence}` };
  }

  private async named(code: string, funnel: Funnel): Promise<NamedFunnelView> {
    if (!code.startsWith(`${intermediary.prefix}_`)) return { code, ...funnel };
    return { code, name: intermediaryCardOf((await this.intermediaries.load(code))?.personal).name, ...funnel };
  }
}
