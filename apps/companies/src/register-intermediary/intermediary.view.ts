import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { IntermediaryCard, KnownIntermediary } from '../domain/intermediary';

export class IntermediaryView {
  @ApiProperty() intermediaryId!: string;
  @ApiProperty({ enum: ['adviser', 'association'] }) kind!: 'adviser' | 'association';
  @ApiProperty() name!: string;
  @ApiProperty({ description: 'Partita IVA, or an association’s codice fiscale.' }) vatNumber!: string;
}

export class IntermediaryPage {
  @ApiProperty({ type: [IntermediaryView] }) items!: IntermediaryView[];
  @ApiPropertyOptional({ description: 'Give it back as `after`.' }) next?: string;
}

export class IntermediaryMemberView {
  @ApiProperty() personId!: string;
  @ApiProperty() name!: string;
  @ApiProperty() surname!: string;
  @ApiProperty({ description: 'Last four characters.' }) fiscalCodeTail!: string;
}

export class IntermediaryDetail extends IntermediaryView {
  @ApiProperty({ type: [IntermediaryMemberView], description: 'Who acts for it.' }) members!: IntermediaryMemberView[];
}

export class IntermediaryMemberRef {
  @ApiProperty() intermediaryId!: string;
  @ApiProperty() personId!: string;
}

/** An adviser's office or association as firms see it. */
export const intermediaryView = ({ intermediaryId, kind }: Pick<KnownIntermediary, 'intermediaryId' | 'kind'>, { name, vatNumber }: IntermediaryCard): IntermediaryView => ({ intermediaryId, kind, name, vatNumber });

/** The same with its people, for officers. */
export const intermediaryDetail = (state: KnownIntermediary, card: IntermediaryCard): IntermediaryDetail => ({
  ...intermediaryView(state, card),
  members: state.memberIds.map((personId) => {
    const { name = '', surname = '', fiscalCode = '' } = card.members[personId] ?? {};
    return { personId, name, surname, fiscalCodeTail: fiscalCode.slice(-4) };
  }),
});
