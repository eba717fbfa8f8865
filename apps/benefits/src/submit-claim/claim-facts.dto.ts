import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ANY_ID, idPattern } from '@salvatempo/kernel';
import { DATE, MayBeLeftOut } from '@salvatempo/http';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsInt, IsString, Length, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { EXPENSE_TYPES, RELATIONS } from '../claim-rules/claim-rules.table';

const MAX_CENTS = 10_000_000;

export class RelativeDto {
  @ApiProperty({ description: 'As declared among the claimant’s relatives.' })
  @IsString()
  @Length(16, 20)
  fiscalCode!: string;

  @ApiProperty({ enum: RELATIONS })
  @IsIn(RELATIONS as string[])
  relation!: string;

  @ApiProperty()
  @IsBoolean()
  cohabiting!: boolean;

  @ApiProperty({ description: 'Whether the relative is fiscally dependent on the claimant.' })
  @IsBoolean()
  dependent!: boolean;

  @ApiProperty({ format: 'date' })
  @Matches(DATE)
  birthDate!: string;
}

const KINDS = ['invoice', 'receipt', 'payslip', 'proforma', 'quote'] as const;
const HOLDERS = ['employee', 'beneficiary', 'other-parent', 'other'] as const;

export class ExpenseDocumentDto {
  @ApiProperty({ enum: KINDS })
  @IsIn(KINDS)
  kind!: (typeof KINDS)[number];

  @ApiProperty({ maxLength: 120 })
  @IsString()
  @MaxLength(120)
  issuer!: string;

  @ApiProperty({ description: 'Partita IVA or codice fiscale.', maxLength: 28 })
  @IsString()
  @MaxLength(28)
  issuerCode!: string;

  @ApiProperty({ maxLength: 40 })
  @IsString()
  @MaxLength(40)
  number!: string;

  @ApiProperty({ format: 'date' })
  @Matches(DATE)
  date!: string;

  @ApiProperty({ maxLength: 200 })
  @IsString()
  @MaxLength(200)
  description!: string;

  @ApiProperty({ enum: HOLDERS, description: 'To whom it is made out.' })
  @IsIn(HOLDERS)
  holder!: (typeof HOLDERS)[number];

  @ApiProperty({ description: 'Whether it names who used the service.' })
  @IsBoolean()
  namesUser!: boolean;

  @ApiProperty({ description: 'Euro cents.', minimum: 1, maximum: MAX_CENTS })
  @IsInt()
  @Min(1)
  @Max(MAX_CENTS)
  totalCents!: number;

  @ApiProperty()
  @IsBoolean()
  vatExempt!: boolean;

  @ApiProperty({ description: 'Whether it bears the stamp that an invoice without VAT needs.' })
  @IsBoolean()
  stamped!: boolean;
}

export class PaymentDto {
  @ApiProperty({ format: 'date' })
  @Matches(DATE)
  paidOn!: string;

  @ApiProperty({ enum: ['traceable', 'cash'] })
  @IsIn(['traceable', 'cash'])
  method!: 'traceable' | 'cash';

  @ApiProperty({ enum: ['employee', 'other'] })
  @IsIn(['employee', 'other'])
  payer!: 'employee' | 'other';
}

export class ClaimFactsDto {
  @ApiPropertyOptional({ description: 'By default the caller’s first firm.' })
  @MayBeLeftOut()
  @Matches(ANY_ID)
  firmId?: string;

  @ApiProperty({ enum: EXPENSE_TYPES })
  @IsIn(EXPENSE_TYPES as string[])
  expenseType!: string;

  @ApiPropertyOptional({ type: RelativeDto, description: 'Left out where the expense is the claimant’s own.' })
  @MayBeLeftOut()
  @ValidateNested()
  @Type(() => RelativeDto)
  relative?: RelativeDto;

  @ApiProperty({ type: ExpenseDocumentDto })
  @ValidateNested()
  @Type(() => ExpenseDocumentDto)
  document!: ExpenseDocumentDto;

  @ApiPropertyOptional({ type: PaymentDto, description: 'Left out where there is no proof of it.' })
  @MayBeLeftOut()
  @ValidateNested()
  @Type(() => PaymentDto)
  payment?: PaymentDto;

  @ApiProperty({ description: 'Whether there is a certificate; of what is nowhere asked for.' })
  @IsBoolean()
  hasCertificate!: boolean;

  @ApiProperty({ description: 'Bonus and other aid for the same expense, in euro cents.', minimum: 0, maximum: MAX_CENTS })
  @IsInt()
  @Min(0)
  @Max(MAX_CENTS)
  aidCents!: number;

  @ApiProperty({ description: 'Euro cents.', minimum: 1, maximum: MAX_CENTS })
  @IsInt()
  @Min(1)
  @Max(MAX_CENTS)
  askedCents!: number;

  @ApiProperty()
  @IsBoolean()
  notReimbursedElsewhere!: boolean;

  @ApiProperty()
  @IsBoolean()
  notDeducted!: boolean;

  @ApiPropertyOptional({ description: 'Where it takes the claimant above the threshold of art. 51 c.3 and the firm lets them agree: up to how much of the year’s benefits they agree to have taxed, in euro cents, as the check told.', minimum: 1, maximum: MAX_CENTS })
  @MayBeLeftOut()
  @IsInt()
  @Min(1)
  @Max(MAX_CENTS)
  thresholdConsentCents?: number;
}

export class SubmitClaimDto extends ClaimFactsDto {
  @ApiProperty({ type: [String], minItems: 1, maxItems: 5, description: 'Files that were handed in for it, the document itself first.' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(5)
  @Matches(idPattern('cdo'), { each: true })
  documentIds!: string[];
}
