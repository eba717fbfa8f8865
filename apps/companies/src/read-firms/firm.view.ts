import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { FirmCard, FirmContact, FirmFacts } from '../domain/firm';

export class FirmDeclarationView {
  @ApiProperty() code!: string;
  @ApiProperty({ description: 'Version of the text that was accepted.' }) version!: string;
  @ApiPropertyOptional({ format: 'date-time' }) at?: string;
}

export class FirmOwnerView {
  @ApiProperty() name!: string;
  @ApiProperty() surname!: string;
  @ApiProperty({ description: 'Last four characters.' }) fiscalCodeTail!: string;
}

export class FirmView {
  @ApiProperty() firmId!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ description: 'Partita IVA.' }) vatNumber!: string;
  @ApiProperty({ description: 'Employees as declared, the owner not counted.' }) employeesCount!: number;
  @ApiProperty({ description: 'Everybody who works there, as declared.' }) occupatiCount!: number;
  @ApiPropertyOptional({ description: 'Employees in the list, which may differ from those declared; only when one firm is read.' }) listedEmployees?: number;
  @ApiProperty({ description: 'ATECO code.' }) sector!: string;
  @ApiPropertyOptional({ description: 'Whether it is in the register of craft firms, where that was declared.' }) artisan?: boolean;
  @ApiProperty({ description: 'Belfiore code of the seat’s Comune.' }) municipality!: string;
  @ApiPropertyOptional({ format: 'date-time' }) registeredAt?: string;
  @ApiPropertyOptional({ type: FirmDeclarationView, description: 'What the data rest on.' }) declaration?: FirmDeclarationView;
  @ApiPropertyOptional({ type: FirmOwnerView, description: 'Only when one firm is read.' }) owner?: FirmOwnerView;
  @ApiPropertyOptional({ description: 'Last four characters of the IBAN; only when one firm is read.' }) ibanTail?: string;
}

export class FirmPage {
  @ApiProperty({ type: [FirmView] }) items!: FirmView[];
  @ApiPropertyOptional({ description: 'Give it back as `after`.' }) next?: string;
}

/** When things became true that aren't in the facts themselves. */
export interface FirmTimes {
  readonly registeredAt?: string;
  readonly declaredAt?: string;
}

/** A firm as people see it. */
export const firmView = (facts: Omit<FirmFacts, 'ownerPersonId'>, { name, vatNumber }: FirmCard, { registeredAt, declaredAt }: FirmTimes = {}): FirmView => ({
  firmId: facts.firmId,
  name,
  vatNumber,
  employeesCount: facts.employeesCount,
  occupatiCount: facts.occupatiCount,
  sector: facts.sector,
  municipality: facts.municipality,
  ...(facts.artisan === undefined ? {} : { artisan: facts.artisan }),
  ...(registeredAt === undefined ? {} : { registeredAt }),
  ...(facts.declaration && { declaration: { ...facts.declaration, ...(declaredAt === undefined ? {} : { at: declaredAt }) } }),
});

/** What only the firm itself and operators see; codice fiscale and IBAN by their ends. */
export const firmContactView = ({ ownerName, ownerSurname, ownerFiscalCode, iban }: FirmContact): Pick<FirmView, 'owner' | 'ibanTail'> => ({
  ...(ownerName !== undefined && ownerSurname !== undefined && ownerFiscalCode !== undefined && { owner: { name: ownerName, surname: ownerSurname, fiscalCodeTail: ownerFiscalCode.slice(-4) } }),
  ...(iban !== undefined && { ibanTail: iban.slice(-4) }),
});
