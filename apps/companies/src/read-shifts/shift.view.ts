import { ApiProperty } from '@nestjs/swagger';
import { endOf, startOf, type Shift } from '../domain/roster';

export class OwnShiftView {
  @ApiProperty() firmId!: string;
  @ApiProperty() siteId!: string;
  @ApiProperty() siteName!: string;
  @ApiProperty({ format: 'date', description: 'In Rome, on which it begins.' }) date!: string;
  @ApiProperty({ example: '22:00' }) start!: string;
  @ApiProperty({ example: '06:00', description: 'On the next day where it isn’t after the start.' }) end!: string;
  @ApiProperty({ format: 'date-time' }) startsAt!: string;
  @ApiProperty({ format: 'date-time' }) endsAt!: string;
}

export class ShiftView extends OwnShiftView {
  @ApiProperty() employeeId!: string;
  @ApiProperty() name!: string;
  @ApiProperty() surname!: string;
}

export class ShiftList {
  @ApiProperty({ type: [ShiftView], description: 'In the order in which they begin.' }) items!: ShiftView[];
}

export class OwnShiftList {
  @ApiProperty({ type: [OwnShiftView], description: 'In the order in which they begin.' }) items!: OwnShiftView[];
}

/** A shift as its firm's people see it. */
export const ownShiftView = (firmId: string, shift: Shift, siteName: string): OwnShiftView => ({ firmId, ...shift, siteName, startsAt: startOf(shift), endsAt: endOf(shift) });

export const byStart = (a: OwnShiftView, b: OwnShiftView): number => (a.startsAt === b.startsAt ? 0 : a.startsAt < b.startsAt ? -1 : 1);
