import { Body, Controller, Delete, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, type Answer, authorise, Because, decided, type Principal, Who } from '@salvatempo/http';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { FirmOrganisers } from '../attend-meeting/firm-organisers.handler';
import { TakePlacesDto } from '../attend-meeting/take-places.dto';
import { firm, type Firm } from '../domain/firm';
import { meeting, type Meeting } from '../domain/meeting';
import { knownMeeting } from '../hold-meeting/known-meeting.handler';
import { knownFirm } from '../read-firms/known-firm.handler';
import { MandatedAccess } from '../read-mandates/mandated-access.handler';
import { WaitView } from './wait.view';
import type { WaitForPlaces } from './wait-for-places.decider';

/** The list of those who wait for places of a full meeting. */
@ApiTags('companies')
@Controller('api/companies/firms/:firmId/meetings')
export class WaitForMeetingController {
  constructor(
    @Inject(runnerOf(meeting)) private readonly meetings: AggregateRunner<Meeting>,
    @Inject(runnerOf(firm)) private readonly firms: AggregateRunner<Firm>,
    @Inject(FirmOrganisers) private readonly organisers: FirmOrganisers,
    @Inject(MandatedAccess) private readonly access: MandatedAccess,
  ) {}

  /** The firm waits for so many places; whoever asked is told by mail when it has them. */
  @Post(':meetingId/waiting')
  @Allow('firm-admin', 'adviser', 'association')
  @ApiCreatedResponse({ type: WaitView })
  async wait(@Param('firmId') firmId: string, @Param('meetingId') meetingId: string, @Body() { people }: TakePlacesDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<WaitView>> {
    authorise(await this.access.of(who, firmId), 'follow', 'Accompaniment', { firmId });
    await knownFirm(this.firms, firmId);
    await knownMeeting(this.meetings, meetingId, (organiser) => this.organisers.lets(firmId, organiser));
    const data: WaitForPlaces = { firmId, people, personId: who.personId };
    return this.change(201, firmId, meetingId, { type: 'wait-for-places', data }, people, cause);
  }

  /** The firm waits no longer, whether its mandate still holds or not. */
  @Delete(':meetingId/waiting')
  @Allow('firm-admin', 'adviser', 'association')
  @ApiOkResponse({ type: WaitView })
  async stop(@Param('firmId') firmId: string, @Param('meetingId') meetingId: string, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<WaitView>> {
    authorise(await this.access.of(who, firmId), 'follow', 'Accompaniment', { firmId });
    await knownFirm(this.firms, firmId);
    await knownMeeting(this.meetings, meetingId, () => true);
    return this.change(200, firmId, meetingId, { type: 'stop-waiting', data: { firmId } }, 0, cause);
  }

  private async change(status: 200 | 201, firmId: string, meetingId: string, command: { readonly type: string; readonly data: object }, people: number, cause: Cause): Promise<Answer<WaitView>> {
    const { sequence } = decided(await this.meetings.execute(meetingId, command, cause));
    return { status, body: { firmId, meetingId, people }, location: `/api/companies/firms/${firmId}/meetings`, position: `${meetingId}:${sequence}` };
  }
}
