import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { HoursPot } from '@salvatempo/contracts';
import type { EndedHours, HoursRequest } from '../domain/hours-fund';

export class HoursPotView {
  @ApiProperty({ description: 'Belfiore code.' }) municipality!: string;
  @ApiProperty({ description: 'Minutes; always committed + used + free.' }) budgetMinutes!: number;
  @ApiProperty({ description: 'Set apart and not worked yet.' }) committedMinutes!: number;
  @ApiProperty({ description: 'Worked, with a proof.' }) usedMinutes!: number;
  @ApiProperty({ description: 'Not promised to anybody.' }) freeMinutes!: number;
}

export class HoursRequestView {
  @ApiProperty() requestId!: string;
  @ApiPropertyOptional({ description: 'Absent where an operator asked for a school or an office.' }) firmId?: string;
  @ApiProperty({ description: 'Belfiore code.' }) municipality!: string;
  @ApiProperty({ description: 'Minutes that were set apart.' }) minutes!: number;
  @ApiProperty({ format: 'date' }) reservedOn!: string;
}

export class EndedHoursView extends HoursRequestView {
  @ApiProperty({ description: 'Minutes; 0 where all were given back.' }) usedMinutes!: number;
  @ApiPropertyOptional({ format: 'date' }) workedOn?: string;
  @ApiPropertyOptional({ description: 'Number of the register or sheet.' }) proof?: string;
}

export class HoursFundView {
  @ApiProperty() hoursFundId!: string;
  @ApiProperty({ enum: ['minutes'], description: 'None of its figures is money.' }) unit!: 'minutes';
  @ApiProperty() title!: string;
  @ApiPropertyOptional() funder?: string;
  @ApiPropertyOptional() cup?: string;
  @ApiProperty({ format: 'date' }) opensOn!: string;
  @ApiProperty({ format: 'date', description: 'Included.' }) closesOn!: string;
  @ApiProperty({ type: [HoursPotView] }) pots!: HoursPotView[];
}

/** A fund with its requests: of a firm only its own, of an operator all. */
export class HoursFundDetail extends HoursFundView {
  @ApiProperty({ type: [HoursRequestView], description: 'Set apart and not worked yet.' }) requests!: HoursRequestView[];
  @ApiProperty({ type: [EndedHoursView], description: 'The last ones of the fund that ended, newest last.' }) ended!: EndedHoursView[];
}

export class HoursFundPage {
  @ApiProperty({ type: [HoursFundView] }) items!: HoursFundView[];
  @ApiPropertyOptional({ description: 'Give it back as `after`.' }) next?: string;
}

interface Seen {
  readonly hoursFundId: string;
  readonly title: string;
  readonly funder?: string | undefined;
  readonly cup?: string | undefined;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly pots: readonly HoursPot[];
}

export const hoursFundView = ({ hoursFundId, title, funder, cup, opensOn, closesOn, pots }: Seen): HoursFundView => ({
  hoursFundId,
  unit: 'minutes',
  title,
  ...(funder !== undefined && { funder }),
  ...(cup !== undefined && { cup }),
  opensOn,
  closesOn,
  pots: pots.map((pot) => ({ ...pot })),
});

export const requestView = ({ requestId, firmId, municipality, minutes, reservedOn }: HoursRequest): HoursRequestView => ({ requestId, ...(firmId !== undefined && { firmId }), municipality, minutes, reservedOn });

export const endedView = ({ usedMinutes, workedOn, proof, ...request }: EndedHours): EndedHoursView => ({
  ...requestView(request),
  usedMinutes,
  ...(workedOn !== undefined && { workedOn }),
  ...(proof !== undefined && { proof }),
});
