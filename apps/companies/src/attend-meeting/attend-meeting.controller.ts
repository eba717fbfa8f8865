import { Body, Controller, Delete, Get, Headers, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, type Answer, authorise, Because, decided, PageQueryDto, positionOf, type Principal, Who } from '@salvatempo/http';
import type { AggregateRunner, Cause, RowReader } from '@salvatempo/messaging';
import { PLATFORM, readerOf, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { firm, type Firm } from '../domain/firm';
import { intermediary, intermediaryCardOf, type Intermediary } from '../domain/intermediary';
import { meeting, organiserOf, whyClosed, type KnownMeeting, type Meeting } from '../domain/meeting';
import { knownMeeting } from '../hold-meeting/known-meeting.handler';
import { meetingList, type MeetingRow } from '../hold-meeting/meeting-list.projection';
import { meetingsOf } from '../hold-meeting/meetings-of.handler';
import { knownFirm } from '../read-firms/known-firm.handler';
import { MandatedAccess } from '../read-mandates/mandated-access.handler';
import { FirmOrganisers } from './firm-organisers.handler';
import type { GiveUpPlaces } from './give-up-places.decider';
import { meetingOfFirmView, MeetingsOfFirm, PlacesChangeView } from './meeting-of-firm.view';
import { TakePlacesDto } from './take-places.dto';
import type { TakePlaces } from './take-places.decider';

/** A firm's places in meetings of its path: taken by the firm, or by who has its mandate for the path. */
@ApiTags('companies')
@Controller('api/companies/firms/:firmId/meetings')
export class AttendMeetingController {
  constructor(
    @Inject(runnerOf(meeting)) private readonly meetings: AggregateRunner<Meeting>,
    @Inject(runnerOf(firm)) private readonly firms: AggregateRunner<Firm>,
    @Inject(runnerOf(intermediary)) private readonly intermediaries: AggregateRunner<Intermediary>,
    @Inject(readerOf(meetingList)) private readonly list: RowReader<MeetingRow>,
    @Inject(FirmOrganisers) private readonly organisers: FirmOrganisers,
    @Inject(MandatedAccess) private readonly access: MandatedAccess,
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
  ) {}

  /** Meetings that the firm may go to or has places at. A page may be shorter than asked for although another follows. */
  @Get()
  @Allow('firm-admin', 'operator', 'adviser', 'association')
  @ApiOkResponse({ type: MeetingsOfFirm })
  async all(@Param('firmId') firmId: string, @Query() asked: PageQueryDto, @Who() who: Principal, @Headers('salvatempo-position') position?: string): Promise<MeetingsOfFirm> {
    authorise(await this.access.of(who, firmId), 'see', 'Accompaniment', { firmId });
    await knownFirm(this.firms, firmId);
    await this.list.caughtUp(positionOf(position));
    const organisers = await this.organisers.of(firmId);
    const page = await meetingsOf(this.list, [...organisers.keys()], asked);
    const loaded = await Promise.all(page.items.map(({ meetingId }) => this.meetings.load(meetingId)));
    const items = loaded.flatMap((one) => {
      if (!one || one.state.status === 'absent') return [];
      const mayGo = organisers.get(organiserOf(one.state)) === true;
      return mayGo || one.state.taken[firmId] !== undefined || one.state.waiting?.some((waiter) => waiter.firmId === firmId) ? [this.view(one.state, one.personal, firmId, mayGo)] : [];
    });
    return { ...page, items: await Promise.all(items) };
  }

  /** The firm has so many places from now on. */
  @Post(':meetingId/places')
  @Allow('firm-admin', 'adviser', 'association')
  @ApiCreatedResponse({ type: PlacesChangeView })
  async take(@Param('firmId') firmId: string, @Param('meetingId') meetingId: string, @Body() { people }: TakePlacesDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<PlacesChangeView>> {
    authorise(await this.access.of(who, firmId), 'follow', 'Accompaniment', { firmId });
    await knownFirm(this.firms, firmId);
    await knownMeeting(this.meetings, meetingId, (organiser) => this.organisers.lets(firmId, organiser));
    const data: TakePlaces = { firmId, people };
    const { sequence } = decided(await this.meetings.execute(meetingId, { type: 'take-places', data }, cause));
    return { status: 201, body: { firmId, meetingId, people }, location: `/api/companies/firms/${firmId}/meetings`, position: `${meetingId}:${sequence}` };
  }

  /** The firm gives up its places, whether its mandate still holds or not. */
  @Delete(':meetingId/places')
  @Allow('firm-admin', 'adviser', 'association')
  @ApiOkResponse({ type: PlacesChangeView })
  async giveUp(@Param('firmId') firmId: string, @Param('meetingId') meetingId: string, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<PlacesChangeView>> {
    authorise(await this.access.of(who, firmId), 'follow', 'Accompaniment', { firmId });
    await knownFirm(this.firms, firmId);
    await knownMeeting(this.meetings, meetingId, () => true);
    const data: GiveUpPlaces = { firmId };
    const { sequence } = decided(await this.meetings.execute(meetingId, { type: 'give-up-places', data }, cause));
    return { status: 200, body: { firmId, meetingId, people: 0 }, location: `/api/companies/firms/${firmId}/meetings`, position: `${meetingId}:${sequence}` };
  }

  private async view(state: KnownMeeting, personal: Readonly<Record<string, unknown>> | undefined, firmId: string, mayGo: boolean): Promise<MeetingsOfFirm['items'][number]> {
    const organiserName = state.intermediaryId === undefined ? undefined : intermediaryCardOf((await this.intermediaries.load(state.intermediaryId))?.personal).name;
    const open = mayGo && whyClosed(state, this.ports.ambient.clock.now()) === undefined;
    return meetingOfFirmView(state, firmId, { personal, open, ...(organiserName === undefined ? {} : { organiserName }) });
  }
}
