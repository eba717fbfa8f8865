import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

class WorkBySexView {
  @ApiProperty({ description: 'Created in the month.' }) posts!: number;
  @ApiProperty({ description: 'Worked in the month.' }) hours!: number;
}

export class WorkView {
  @ApiProperty() workDeclarationId!: string;
  @ApiProperty() callId!: string;
  @ApiPropertyOptional({ description: 'Of the call.' }) callTitle?: string;
  @ApiProperty({ example: '2026-11' }) month!: string;
  @ApiProperty({ type: WorkBySexView }) women!: WorkBySexView;
  @ApiProperty({ type: WorkBySexView }) men!: WorkBySexView;
  @ApiPropertyOptional({ description: 'Missing where the provider didn’t say.' }) extraOpeningHours?: number;
  @ApiProperty({ format: 'date-time' }) declaredAt!: string;
}

export class WorkPage {
  @ApiProperty({ type: [WorkView] }) items!: WorkView[];
  @ApiPropertyOptional({ description: 'Give it back as `after`.' }) next?: string;
}

export class WorkRef {
  @ApiProperty() workDeclarationId!: string;
  @ApiProperty() callId!: string;
  @ApiProperty() month!: string;
}
