import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { MandateScope } from '@salvatempo/contracts';
import { NextStepView } from '../accompany-firm/next-step.view';
import { SCOPES } from '../give-mandate/mandate.dto';

export class MandatedFirmView {
  @ApiProperty() firmId!: string;
  @ApiProperty() intermediaryId!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ description: 'Belfiore code of the seat’s Comune.' }) municipality!: string;
  @ApiProperty({ enum: SCOPES, isArray: true }) scopes!: MandateScope[];
  @ApiProperty({ format: 'date' }) firstDay!: string;
  @ApiPropertyOptional({ format: 'date', description: 'The first day on which the mandate doesn’t hold any more.' }) endsOn?: string;
  @ApiPropertyOptional({ type: NextStepView, description: 'Of the path; missing where everything is done.' }) nextStep?: NextStepView;
}

export class MandatedFirms {
  @ApiProperty({ type: [MandatedFirmView], description: 'What is due first comes first.' }) items!: MandatedFirmView[];
}
