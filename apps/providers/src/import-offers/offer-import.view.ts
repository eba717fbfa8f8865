import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { KnownImport } from '../domain/offer-import';

export class OfferImportView {
  @ApiProperty() importId!: string;
  @ApiProperty() providerId!: string;
  @ApiProperty({ enum: ['pending', 'completed'] }) status!: string;
  @ApiProperty({ description: 'Lines of the file, without its header.' }) rows!: number;
  @ApiPropertyOptional({ description: 'Offers that are new or changed; there once it is completed.' }) published?: number;
  @ApiPropertyOptional({ description: 'Offers that already were as the file says.' }) unchanged?: number;
}

/** An import as people see it. */
export function offerImportView(state: KnownImport): OfferImportView {
  const { importId, providerId, rows } = state;
  if (state.status === 'accepted') return { importId, providerId, status: 'pending', rows };
  return { importId, providerId, status: 'completed', rows, published: state.published, unchanged: state.unchanged };
}
