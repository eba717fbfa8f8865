import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { declaredOn, type FamilyMember } from '../domain/family';
import { relationOn } from './family-relations.table';

export class FamilyDeclarationView {
  @ApiProperty() dependent!: boolean;
  @ApiProperty() cohabiting!: boolean;
  @ApiProperty({ format: 'date', description: 'Since when both hold.' }) from!: string;
  @ApiProperty({ format: 'date-time' }) at!: string;
  @ApiProperty({ description: 'Version of the text that was accepted.' }) version!: string;
}

export class FamilyMemberView {
  @ApiProperty() memberId!: string;
  @ApiProperty() relation!: string;
  @ApiProperty() name!: string;
  @ApiProperty() surname!: string;
  @ApiProperty() fiscalCode!: string;
  @ApiProperty({ format: 'date' }) birthDate!: string;
  @ApiProperty({ description: 'Whether benefits for relatives may be used for this one today.' }) countsAsFamily!: boolean;
  @ApiPropertyOptional({ description: 'The norm that says so.' }) norm?: string;
  @ApiPropertyOptional({ enum: ['primary', 'secondary', 'knowledge', 'unsure'] }) confidence?: string;
  @ApiProperty({ type: [FamilyDeclarationView], description: 'Oldest first.' }) declarations!: FamilyDeclarationView[];
}

export class FamilyView {
  @ApiProperty({ type: [FamilyMemberView] }) items!: FamilyMemberView[];
}

export class FamilyMemberRef {
  @ApiProperty() memberId!: string;
}

/** A relative as the employee sees them on a day in Rome. */
export function memberView(memberId: string, member: FamilyMember, day: string): FamilyMemberView {
  const { relation, name, surname, fiscalCode, birthDate, declarations } = member;
  const rule = relationOn(relation, day);
  const now = declaredOn(member, day);
  const countsAsFamily = rule !== undefined && now !== undefined && (!rule.cohabitationRequired || now.cohabiting);
  return { memberId, relation, name, surname, fiscalCode, birthDate, countsAsFamily, ...(rule && { norm: rule.norm, confidence: rule.confidence }), declarations: declarations.map((one) => ({ ...one })) };
}
