import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { UndertakingLink } from '../domain/undertaking-link';

export class UndertakingLinkView {
  @ApiProperty() linkId!: string;
  @ApiProperty({ type: [String] }) firmIds!: string[];
  @ApiProperty({ enum: ['linking', 'linked'], description: 'Linked once one register has the aid of both.' }) status!: string;
  @ApiPropertyOptional({ description: 'The register that both have when they are linked.' }) registerId?: string;
}

/** A link as an operator sees it. */
export const linkView = (state: Exclude<UndertakingLink, { status: 'absent' }>): UndertakingLinkView => ({
  linkId: state.linkId,
  firmIds: [...state.firmIds],
  status: state.status,
  ...(state.status === 'linked' && { registerId: state.registerId }),
});
