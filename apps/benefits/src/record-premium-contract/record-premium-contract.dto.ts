import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { DATE, MayBeLeftOut, PageQueryDto } from '@salvatempo/http';
import { ANY_ID } from '@salvatempo/kernel';
import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsString, Length, Matches } from 'class-validator';
import { SPENDING_LETTERS } from '../domain/credit-letters';
import { PREMIUM_KINDS, type PremiumKind } from '../premium-rules/premium-rules.table';

export class RecordPremiumContractDto {
  @ApiProperty()
  @Matches(ANY_ID)
  firmId!: string;

  @ApiProperty({ example: 'Accordo premi 2026' })
  @IsString()
  @Length(1, 120)
  title!: string;

  @ApiProperty({ enum: PREMIUM_KINDS, description: '`joint-involvement`: coinvolgimento paritetico; `profit-sharing`: a tenth of the profits or more.' })
  @IsIn(PREMIUM_KINDS as string[])
  kind!: PremiumKind;

  @ApiProperty({ format: 'date' })
  @Matches(DATE)
  signedOn!: string;

  @ApiPropertyOptional({ format: 'date', description: 'Of the deposit; without it, or later than the table says, premiums are ordinary pay.' })
  @MayBeLeftOut()
  @Matches(DATE)
  depositedOn?: string;

  @ApiProperty({ description: 'Whether premiums are variable and follow increments that are measured.' })
  @IsBoolean()
  variableMeasurable!: boolean;

  @ApiProperty({ description: 'Whether it lets the worker choose welfare instead of money.' })
  @IsBoolean()
  allowsConversion!: boolean;

  @ApiProperty({ enum: SPENDING_LETTERS, isArray: true, description: 'Letters of TUIR art. 51 that converted credit may be of; the worker chooses one.' })
  @IsArray()
  @ArrayMaxSize(5)
  @ArrayUnique()
  @IsIn(SPENDING_LETTERS, { each: true })
  letters!: string[];
}

export class PremiumContractsQueryDto extends PageQueryDto {
  @ApiProperty()
  @Matches(ANY_ID)
  firmId!: string;
}

export class PremiumContractView {
  @ApiProperty() contractId!: string;
  @ApiProperty() firmId!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ enum: PREMIUM_KINDS }) kind!: string;
  @ApiProperty({ format: 'date' }) signedOn!: string;
  @ApiPropertyOptional({ format: 'date' }) depositedOn?: string;
  @ApiProperty() variableMeasurable!: boolean;
  @ApiProperty({ description: 'Whether the substitute tax may hold: variable and measurable, and deposited in time.' }) eligible!: boolean;
  @ApiProperty() allowsConversion!: boolean;
  @ApiProperty({ type: [String] }) letters!: string[];
}

export class PremiumContractPage {
  @ApiProperty({ type: [PremiumContractView] }) items!: PremiumContractView[];
  @ApiPropertyOptional({ description: 'Give it back as `after`.' }) next?: string;
}
