import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { INVOICE_NUMBER, MAX_INVOICE_PURCHASES } from '@salvatempo/contracts';
import { DATE } from '@salvatempo/http';
import { ANY_ID, idPattern } from '@salvatempo/kernel';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';

const MAX_CENTS = 100_000_000;

export class RecordInvoiceDto {
  @ApiProperty()
  @Matches(ANY_ID)
  callId!: string;

  @ApiProperty({ example: '12/PA', description: 'As it stands on the invoice, in capitals; at most 20 characters.' })
  @Matches(INVOICE_NUMBER)
  number!: string;

  @ApiProperty({ format: 'date', description: 'Not in the future.' })
  @Matches(DATE)
  issuedOn!: string;

  @ApiProperty({ description: 'Taxable amount (imponibile) in euro cents, stamp duty not counted.' })
  @IsInt()
  @Min(0)
  @Max(MAX_CENTS)
  netCents!: number;

  @ApiProperty({ description: 'VAT in euro cents; 0 where there is none.' })
  @IsInt()
  @Min(0)
  @Max(MAX_CENTS)
  vatCents!: number;

  @ApiPropertyOptional({ description: 'The CUP that stands on the invoice.', example: 'E61B26000010007' })
  @IsOptional()
  @Matches(/^[A-Z0-9]{15}$/)
  cup?: string;

  @ApiProperty({ type: [String], maxItems: MAX_INVOICE_PURCHASES, description: 'What it bills: paid purchases of one call and one month.' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_INVOICE_PURCHASES)
  @ArrayUnique()
  @Matches(idPattern('pur'), { each: true })
  purchaseIds!: string[];
}
