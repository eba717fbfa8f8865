import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { InvoiceFieldsView } from '@salvatempo/http';
import { FILE_KINDS } from '@salvatempo/kernel';
import type { InvoiceFile } from '../domain/invoice-book';

export class InvoiceFileView {
  @ApiProperty({ enum: [...FILE_KINDS], description: 'What the file is, by its content.' }) kind!: string;
  @ApiProperty() sizeBytes!: number;
  @ApiProperty({ description: 'SHA-256 of the file, in hex: the same as in the dossier’s archive.' }) contentHash!: string;
}

export class ReadInvoiceView {
  @ApiProperty({ enum: [...FILE_KINDS] }) kind!: string;
  @ApiPropertyOptional({ type: InvoiceFieldsView, description: 'What a FatturaPA says of itself.' }) fields?: InvoiceFieldsView;
}

export const invoiceFileView = ({ kind, sizeBytes, contentHash }: InvoiceFile): InvoiceFileView => ({ kind, sizeBytes, contentHash });
