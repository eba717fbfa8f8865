import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { waitingIn, type KnownMeeting } from '../domain/meeting';
import { MeetingCardView, meetingCardView } from '../hold-meeting/meeting.view';

export class MeetingOfFirmView extends MeetingCardView {
  @ApiPropertyOptional({ description: 'Of the adviser’s office or association that holds it.' }) organiserName?: string;
  @ApiProperty({ description: 'Places that the firm has.' }) taken!: number;
  @ApiPropertyOptional({ description: 'People of the firm who came; missing before attendance is written down.' }) attended?: number;
  @ApiPropertyOptional({ description: 'Places that the firm waits for.' }) awaited?: number;
  @ApiPropertyOptional({ description: 'Its place in the waiting list, from 1.' }) waitingPlace?: number;
  @ApiProperty({ description: 'Firms that wait for places.' }) waitingFirms!: number;
  @ApiProperty({ description: 'Whether places can still be taken and given up.' }) open!: boolean;
}

export class MeetingsOfFirm {
  @ApiProperty({ type: [MeetingOfFirmView], description: 'The latest first: those that the firm may go to, and those at which it has places.' }) items!: MeetingOfFirmView[];
  @ApiPropertyOptional({ description: 'Give it back as `after`.' }) next?: string;
}

export class PlacesChangeView {
  @ApiProperty() firmId!: string;
  @ApiProperty() meetingId!: string;
  @ApiProperty({ description: 'Places that the firm has now.' }) people!: number;
}

interface Beside {
  readonly personal: Readonly<Record<string, unknown>> | undefined;
  readonly organiserName?: string;
  readonly open: boolean;
}

/** A meeting as one firm sees it: nothing of the other firms but what is left. */
export const meetingOfFirmView = (state: KnownMeeting, firmId: string, { personal, organiserName, open }: Beside): MeetingOfFirmView => ({
  ...meetingCardView(state, personal),
  ...(organiserName === undefined ? {} : { organiserName }),
  taken: state.taken[firmId] ?? 0,
  ...(state.status === 'held' ? { attended: state.attended[firmId] ?? 0 } : {}),
  ...waitingOf(state, firmId),
  open,
});

function waitingOf(state: KnownMeeting, firmId: string): Pick<MeetingOfFirmView, 'awaited' | 'waitingPlace' | 'waitingFirms'> {
  const waiting = waitingIn(state);
  const n = waiting.findIndex((one) => one.firmId === firmId);
  return { waitingFirms: waiting.length, ...(n >= 0 && { awaited: waiting[n]!.people, waitingPlace: n + 1 }) };
}
