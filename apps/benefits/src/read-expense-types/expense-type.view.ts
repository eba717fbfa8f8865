import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { ExpenseType } from '../domain/claim-facts';

export class ExpenseTypeView {
  @ApiProperty() code!: string;
  @ApiProperty({ description: 'In Italian.' }) name!: string;
  @ApiProperty({ description: 'Letter of TUIR art. 51.' }) letter!: string;
  @ApiProperty({ description: 'Whether what was paid can be claimed back.' }) reimbursable!: boolean;
  @ApiProperty({ description: 'Whether the employer may buy it.' }) direct!: boolean;
  @ApiProperty() voucher!: boolean;
  @ApiProperty({ enum: ['employee', 'family', 'dependent-family'], isArray: true }) beneficiaries!: string[];
  @ApiProperty({ enum: ['employee', 'beneficiary'], isArray: true, description: 'To whom the document may be made out.' }) addressedTo!: string[];
  @ApiProperty({ type: [String], description: 'What it must come with, in Italian.' }) documents!: string[];
  @ApiPropertyOptional({ description: 'Least age of who used it, in years.' }) ageMin?: number;
  @ApiPropertyOptional({ description: 'Greatest age of who used it, in years.' }) ageMax?: number;
  @ApiProperty({ description: 'Whether a certificate does in the place of the age.' }) certificateInsteadOfAge!: boolean;
  @ApiProperty() certificateRequired!: boolean;
  @ApiProperty() norm!: string;
  @ApiProperty({ enum: ['primary', 'secondary', 'knowledge', 'unsure'] }) confidence!: string;
}

export class ExpenseTypePage {
  @ApiProperty({ type: [ExpenseTypeView] }) items!: ExpenseTypeView[];
}

export class ClaimFactView {
  @ApiProperty() code!: string;
  @ApiProperty({ description: 'In Italian.' }) question!: string;
  @ApiProperty() questionEn!: string;
}

export class GuidedExpenseTypeView extends ExpenseTypeView {
  @ApiProperty({ type: [ClaimFactView], description: 'In the order in which they are asked.' }) facts!: ClaimFactView[];
}

export class ClaimRefusalView {
  @ApiProperty() code!: string;
  @ApiProperty({ description: 'The rule that says so, `R01` to `R13`.' }) rule!: string;
  @ApiProperty({ enum: ['refusal', 'warning'] }) kind!: string;
  @ApiProperty({ description: 'What to do, in Italian.' }) text!: string;
  @ApiProperty() textEn!: string;
}

export class ClaimRefusalPage {
  @ApiProperty({ type: [ClaimRefusalView] }) items!: ClaimRefusalView[];
}

export function expenseTypeView(row: ExpenseType): ExpenseTypeView {
  const { code, name, letter, reimbursable, direct, voucher, ageMin, ageMax, norm, confidence } = row;
  return {
    ...{ code, name, letter, reimbursable, direct, voucher, norm, confidence },
    beneficiaries: [...row.beneficiaries],
    addressedTo: [...row.addressedTo],
    documents: [...row.documents],
    ...(ageMin === undefined ? {} : { ageMin }),
    ...(ageMax === undefined ? {} : { ageMax }),
    certificateInsteadOfAge: row.certificateInsteadOfAge ?? false,
    certificateRequired: row.certificateRequired ?? false,
  };
}
