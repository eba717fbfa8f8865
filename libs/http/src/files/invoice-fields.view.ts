import { ApiPropertyOptional } from '@nestjs/swagger';
import type { InvoiceFields } from '@salvatempo/kernel';

/** What a FatturaPA says of itself, to fill a form in beforehand. */
export class InvoiceFieldsView implements InvoiceFields {
  @ApiPropertyOptional() issuer?: string;
  @ApiPropertyOptional() issuerCode?: string;
  @ApiPropertyOptional() number?: string;
  @ApiPropertyOptional({ format: 'date' }) date?: string;
  @ApiPropertyOptional({ description: 'Euro cents.' }) totalCents?: number;
  @ApiPropertyOptional({ description: 'Taxable amount in euro cents.' }) netCents?: number;
  @ApiPropertyOptional({ description: 'Euro cents.' }) vatCents?: number;
  @ApiPropertyOptional() cup?: string;
}
