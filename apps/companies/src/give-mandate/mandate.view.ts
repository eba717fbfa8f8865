import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { MandateScope } from '@salvatempo/contracts';
import { holdsOn, isOver, type MandateFacts } from '../domain/mandate';
import { SCOPES } from './mandate.dto';

export class MandateView {
  @ApiProperty() firmId!: string;
  @ApiProperty() intermediaryId!: string;
  @ApiProperty({ description: 'Of the adviser’s office or association.' }) intermediaryName!: string;
  @ApiProperty({ enum: SCOPES, isArray: true }) scopes!: MandateScope[];
  @ApiProperty({ format: 'date' }) firstDay!: string;
  @ApiPropertyOptional({ format: 'date', description: 'The first day on which it doesn’t hold any more.' }) endsOn?: string;
  @ApiProperty({ enum: ['to-come', 'in-force', 'over'] }) stage!: 'to-come' | 'in-force' | 'over';
}

export class MandatePage {
  @ApiProperty({ type: [MandateView] }) items!: MandateView[];
  @ApiPropertyOptional({ description: 'Give it back as `after`.' }) next?: string;
}

export class MandateChangeView {
  @ApiProperty() firmId!: string;
  @ApiProperty() intermediaryId!: string;
  @ApiProperty({ format: 'date', description: 'The day that was written down.' }) day!: string;
}

type Dated = Omit<MandateFacts, 'mandateId'> & { readonly endsOn?: string };

/** A mandate as its firm sees it on a day in Rome. */
export const mandateView = ({ firmId, intermediaryId, scopes, firstDay, endsOn }: Dated, intermediaryName: string, today: string): MandateView => ({
  firmId,
  intermediaryId,
  intermediaryName,
  scopes: [...scopes],
  firstDay,
  ...(endsOn === undefined ? {} : { endsOn }),
  stage: holdsOn({ firstDay, ...(endsOn === undefined ? {} : { endsOn }) }, today) ? 'in-force' : endsOn !== undefined && (isOver({ endsOn }, today) || endsOn <= firstDay) ? 'over' : 'to-come',
});
