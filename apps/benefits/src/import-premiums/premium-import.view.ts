import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { DATE } from '@salvatempo/http';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import type { KnownPremiumImport } from './premium-import.aggregate';

export class PremiumImportQueryDto {
  @ApiProperty({ format: 'date', description: 'The day of the payroll that pays the premiums.' })
  @Matches(DATE)
  paidOn!: string;

  @ApiProperty({ format: 'date', description: 'The last day on which people may choose; not after the payroll.' })
  @Matches(DATE)
  chooseUntil!: string;

  @ApiProperty({ format: 'date', description: 'The last day of the credit of whoever converts.' })
  @Matches(DATE)
  creditUntil!: string;

  @ApiPropertyOptional({ description: 'Year that the premium refers to, by default that of the payroll: what is paid up to 12 January may belong to the year before.' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(2016)
  @Max(2100)
  refersTo?: number;
}

export class PremiumImportView {
  @ApiProperty() premiumImportId!: string;
  @ApiProperty() firmId!: string;
  @ApiProperty({ enum: ['pending', 'completed'] }) status!: string;
  @ApiProperty({ description: 'Lines of the file, without its header.' }) rows!: number;
  @ApiPropertyOptional({ description: 'Premiums that are new or changed; there once it is completed.' }) offered?: number;
  @ApiPropertyOptional({ description: 'Premiums that stood like that already.' }) unchanged?: number;
  @ApiPropertyOptional({ description: 'Premiums of which the person has chosen already: nothing was changed.' }) kept?: number;
}

/** An import of premiums as people see it. */
export function premiumImportView(state: KnownPremiumImport): PremiumImportView {
  const { premiumImportId, firmId, rows } = state;
  if (state.status === 'accepted') return { premiumImportId, firmId, status: 'pending', rows };
  const { offered, unchanged, kept } = state;
  return { premiumImportId, firmId, status: 'completed', rows, offered, unchanged, kept };
}
