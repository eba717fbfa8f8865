import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { KnownContactImport } from '../domain/contact-import';

export class ContactImportView {
  @ApiProperty() importId!: string;
  @ApiProperty({ enum: ['pending', 'completed'] }) status!: string;
  @ApiProperty({ description: 'Lines of the file, without its header.' }) rows!: number;
  @ApiPropertyOptional({ description: 'Firms that are new in the list; there once it is completed.' }) listed?: number;
  @ApiPropertyOptional({ description: 'Firms that were in the list before, whose finder stays.' }) alreadyListed?: number;
  @ApiPropertyOptional({ description: 'Firms that are registered already and are not listed.' }) alreadyFirms?: number;
}

/** An import of contacts as people see it. */
export function contactImportView(state: KnownContactImport): ContactImportView {
  const { importId, rows } = state;
  if (state.status === 'accepted') return { importId, status: 'pending', rows };
  const { listed, alreadyListed, alreadyFirms } = state;
  return { importId, status: 'completed', rows, listed, alreadyListed, alreadyFirms };
}
