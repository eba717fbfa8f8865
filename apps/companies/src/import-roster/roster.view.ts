import { ApiProperty } from '@nestjs/swagger';

export class RosterView {
  @ApiProperty() firmId!: string;
  @ApiProperty({ example: '2026-12' }) month!: string;
  @ApiProperty({ description: 'People whose month was said.' }) people!: number;
  @ApiProperty({ description: 'Their shifts.' }) shifts!: number;
  @ApiProperty({ description: 'Shifts of all people of the firm in the month.' }) shiftsInMonth!: number;
}

export class RosterPreviewPerson {
  @ApiProperty() employeeId!: string;
  @ApiProperty() name!: string;
  @ApiProperty() surname!: string;
  @ApiProperty({ description: 'Shifts in the file.' }) shifts!: number;
  @ApiProperty({ description: 'Shifts of the month so far, which the file takes the place of.' }) shiftsBefore!: number;
  @ApiProperty({ description: 'Whether the file says anything new of them.' }) changed!: boolean;
}

export class RosterPreview {
  @ApiProperty({ description: 'Give it to the import as `preview`: it is refused where something has changed meanwhile.' }) previewId!: string;
  @ApiProperty() firmId!: string;
  @ApiProperty({ example: '2026-12' }) month!: string;
  @ApiProperty() shifts!: number;
  @ApiProperty({ type: [RosterPreviewPerson] }) people!: RosterPreviewPerson[];
}
