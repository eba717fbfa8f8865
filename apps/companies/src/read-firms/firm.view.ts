import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { FirmCard, FirmFacts } from '../domain/firm';

export class FirmView {
  @ApiProperty() firmId!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ description: 'Partita IVA.' }) vatNumber!: string;
  @ApiProperty({ description: 'Employees as declared, the owner not counted.' }) employeesCount!: number;
  @ApiProperty({ description: 'Everybody who works there, as declared.' }) occupatiCount!: number;
  @ApiPropertyOptional({ description: 'Employees in the list, which may differ from those declared; only when one firm is read.' }) listedEmployees?: number;
  @ApiProperty({ description: 'ATECO code.' }) sector!: string;
  @ApiProperty({ description: 'Belfiore code of the seat’s Comune.' }) municipality!: string;
  @ApiPropertyOptional({ format: 'date-time' }) registeredAt?: string;
}

export class FirmPage {
  @ApiProperty({ type: [FirmView] }) items!: FirmView[];
  @ApiPropertyOptional({ description: 'Give it back as `after`.' }) next?: string;
}

/** A firm as people see it. */
export const firmView = (facts: Omit<FirmFacts, 'ownerPersonId'>, { name, vatNumber }: FirmCard, registeredAt?: string): FirmView => ({
  firmId: facts.firmId,
  name,
  vatNumber,
  employeesCount: facts.employeesCount,
  occupatiCount: facts.occupatiCount,
  sector: facts.sector,
  municipality: facts.municipality,
  ...(registeredAt === undefined ? {} : { registeredAt }),
});
