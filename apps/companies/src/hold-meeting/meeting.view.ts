import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { peopleIn, venueOf, waitingIn, type KnownMeeting } from '../domain/meeting';
import { MEETING_KINDS, MEETING_MODES } from './meeting.dto';

export class MeetingCardView {
  @ApiProperty() meetingId!: string;
  @ApiPropertyOptional({ description: 'The adviser’s office or association that holds it; missing where the public office does.' }) intermediaryId?: string;
  @ApiProperty() title!: string;
  @ApiProperty({ enum: MEETING_KINDS }) kind!: string;
  @ApiProperty({ enum: MEETING_MODES }) mode!: string;
  @ApiProperty({ description: 'The address, or the link.' }) venue!: string;
  @ApiProperty({ format: 'date-time' }) startsAt!: string;
  @ApiProperty({ enum: ['announced', 'held', 'called-off'], description: '`held` once attendance is written down.' }) stage!: string;
  @ApiProperty() places!: number;
  @ApiProperty({ description: 'Places that are left.' }) free!: number;
}

export class MeetingFirmView {
  @ApiProperty() firmId!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ description: 'Places that it has.' }) taken!: number;
  @ApiPropertyOptional({ description: 'People who came; missing before attendance is written down.' }) attended?: number;
}

export class MeetingView extends MeetingCardView {
  @ApiProperty() taken!: number;
  @ApiProperty({ description: 'Firms that wait for places.' }) waitingFirms!: number;
  @ApiPropertyOptional({ description: 'People who came; missing before attendance is written down.' }) attended?: number;
  @ApiProperty({ type: [MeetingFirmView] }) firms!: MeetingFirmView[];
}

export class MeetingPage {
  @ApiProperty({ type: [MeetingView], description: 'The latest first.' }) items!: MeetingView[];
  @ApiPropertyOptional({ description: 'Give it back as `after`.' }) next?: string;
}

export class MeetingChangeView {
  @ApiProperty() meetingId!: string;
  @ApiProperty({ enum: ['announced', 'held', 'called-off'] }) stage!: string;
}

/** What anybody who may take a place sees of a meeting. */
export function meetingCardView(state: KnownMeeting, personal: Readonly<Record<string, unknown>> | undefined): MeetingCardView {
  const { meetingId, intermediaryId, title, kind, mode, startsAt, status, places, taken } = state;
  return { meetingId, ...(intermediaryId === undefined ? {} : { intermediaryId }), title, kind, mode, venue: venueOf(personal), startsAt, stage: status, places, free: places - peopleIn(taken) };
}

/** A meeting as its organiser sees it, with how many places each firm has and how many of its people came. */
export function meetingView(state: KnownMeeting, personal: Readonly<Record<string, unknown>> | undefined, names: ReadonlyMap<string, string>): MeetingView {
  const attended = state.status === 'held' ? state.attended : undefined;
  return {
    ...meetingCardView(state, personal),
    taken: peopleIn(state.taken),
    waitingFirms: waitingIn(state).length,
    ...(attended && { attended: peopleIn(attended) }),
    firms: Object.entries(state.taken).map(([firmId, taken]) => ({ firmId, name: names.get(firmId) ?? firmId, taken, ...(attended && { attended: attended[firmId] ?? 0 }) })),
  };
}
