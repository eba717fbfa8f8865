import { Body, Controller, Get, Headers, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, type Answer, Because, calendarDay, decided, PageQueryDto, positionOf, type Principal, ProblemError, Who } from '@salvatempo/http';
import { addYears, minuteOfDay, romeDate, romeInstant, type Instant } from '@salvatempo/kernel';
import type { AggregateRunner, Cause, RowReader } from '@salvatempo/messaging';
import { PLATFORM, readerOf, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { companiesPolicy } from '../companies.policy';
import { firm, firmCardOf, type Firm } from '../domain/firm';
import { meeting, meetingIdOf, OFFICE, type KnownMeeting, type Meeting } from '../domain/meeting';
import { MandatedAccess } from '../read-mandates/mandated-access.handler';
import type { AnnounceMeeting } from './announce-meeting.decider';
import { knownMeeting } from './known-meeting.handler';
import { meetingList, type MeetingRow } from './meeting-list.projection';
import { meetingsOf } from './meetings-of.handler';
import { AnnounceMeetingDto, RecordAttendanceDto } from './meeting.dto';
import { MeetingChangeView, MeetingPage, meetingView } from './meeting.view';
import type { RecordAttendance } from './record-attendance.decider';

const MAX_YEARS_AHEAD = 2;

/** Meetings and workshops are held by the public office for every firm, or by an adviser's office or association for the firms whose mandate it has. */
@ApiTags('companies')
@Controller('api/companies/meetings')
export class HoldMeetingController {
  constructor(
    @Inject(runnerOf(meeting)) private readonly meetings: AggregateRunner<Meeting>,
    @Inject(runnerOf(firm)) private readonly firms: AggregateRunner<Firm>,
    @Inject(readerOf(meetingList)) private readonly list: RowReader<MeetingRow>,
    @Inject(MandatedAccess) private readonly access: MandatedAccess,
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
  ) {}

  /** Announces a meeting. */
  @Post()
  @Allow('operator', 'adviser', 'association')
  @ApiCreatedResponse({ type: MeetingChangeView })
  async announce(@Body() body: AnnounceMeetingDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<MeetingChangeView>> {
    const { title, kind, mode, venue, places, intermediaryId } = body;
    if (!(await this.organisersOf(who)).includes(intermediaryId ?? OFFICE)) throw new ProblemError('not-allowed');
    const startsAt = this.comingInstant(calendarDay('day', body.day), body.time);
    const meetingId = meetingIdOf(cause.id);
    const data: AnnounceMeeting = { title: title.trim(), kind, mode, venue: venue.trim(), places, startsAt, ...(intermediaryId === undefined ? {} : { intermediaryId }) };
    const earlier = await this.meetings.earlier(meetingId, cause);
    const { sequence } = decided(earlier ?? (await this.meetings.execute(meetingId, { type: 'announce-meeting', data }, cause)));
    return this.answer(meetingId, 'announced', sequence);
  }

  /** The meetings that the caller holds, an officer those of everybody: with places taken and free, and who came, by firm. */
  @Get()
  @Allow('operator', 'adviser', 'association')
  @ApiOkResponse({ type: MeetingPage })
  async all(@Query() asked: PageQueryDto, @Who() who: Principal, @Headers('salvatempo-position') position?: string): Promise<MeetingPage> {
    await this.list.caughtUp(positionOf(position));
    const page = await meetingsOf(this.list, companiesPolicy(who).can('see', 'Meeting') ? 'all' : await this.organisersOf(who), asked);
    const loaded = await Promise.all(page.items.map(({ meetingId }) => this.meetings.load(meetingId)));
    const found = loaded.flatMap((one) => (one && one.state.status !== 'absent' ? [{ state: one.state, personal: one.personal }] : []));
    const names = await this.namesOf(found.map(({ state }) => state));
    return { ...page, items: found.map(({ state, personal }) => meetingView(state, personal, names)) };
  }

  /** It doesn't take place. */
  @Post(':meetingId/cancellation')
  @Allow('operator', 'adviser', 'association')
  @ApiCreatedResponse({ type: MeetingChangeView })
  async callOff(@Param('meetingId') meetingId: string, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<MeetingChangeView>> {
    await this.own(meetingId, who);
    const { sequence } = decided(await this.meetings.execute(meetingId, { type: 'call-off-meeting', data: {} }, cause));
    return this.answer(meetingId, 'called-off', sequence);
  }

  /** Writes down how many of each firm came, from the meeting's day on; said again it is put right. */
  @Post(':meetingId/attendance')
  @Allow('operator', 'adviser', 'association')
  @ApiCreatedResponse({ type: MeetingChangeView })
  async attendance(@Param('meetingId') meetingId: string, @Body() body: RecordAttendanceDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<MeetingChangeView>> {
    await this.own(meetingId, who);
    const data: RecordAttendance = { firms: body.firms.map(({ firmId, people }) => ({ firmId, people })) };
    const { sequence } = decided(await this.meetings.execute(meetingId, { type: 'record-attendance', data }, cause));
    return this.answer(meetingId, 'held', sequence);
  }

  /** Throws ProblemError `meeting-not-found` for a meeting that somebody else holds. */
  private async own(meetingId: string, who: Principal): Promise<void> {
    const organisers = await this.organisersOf(who);
    await knownMeeting(this.meetings, meetingId, (organiser) => organisers.includes(organiser));
  }

  private answer(meetingId: string, stage: MeetingChangeView['stage'], sequence: number): Answer<MeetingChangeView> {
    return { status: 201, body: { meetingId, stage }, location: '/api/companies/meetings', position: `${meetingId}:${sequence}` };
  }

  /** For whom the caller may hold meetings at this moment. */
  private async organisersOf(who: Principal): Promise<readonly string[]> {
    return [...(companiesPolicy(who).can('hold', 'Meeting') ? [OFFICE] : []), ...(await this.access.actsFor(who))];
  }

  private async namesOf(meetings: readonly KnownMeeting[]): Promise<ReadonlyMap<string, string>> {
    const firmIds = [...new Set(meetings.flatMap(({ taken }) => Object.keys(taken)))];
    return new Map(await Promise.all(firmIds.map(async (firmId) => [firmId, firmCardOf((await this.firms.load(firmId))?.personal).name] as const)));
  }

  private comingInstant(day: string, time: string): Instant {
    const now = this.ports.ambient.clock.now();
    const startsAt = romeInstant(day, minuteOfDay(time));
    const wrong = (code: string, message: string): never => {
      throw new ProblemError('invalid-request', { errors: [{ field: 'day', code, message }] });
    };
    if (startsAt <= now) return wrong('date-in-past', 'Il giorno e l’ora sono già passati.');
    return day > addYears(romeDate(now), MAX_YEARS_AHEAD) ? wrong('date-too-far', 'Il giorno è fra più di due anni.') : startsAt;
  }
}
