import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { aidRegimeSchema, confidenceSchema, ruleTableSchema, type RuleChange, type RuleRow, type RuleTableName } from '@salvatempo/contracts';
import type { RuleEdit, RuleVersion } from '../domain/rule-table';
import { ruleFiles } from '../rule-files/rule-files.table';

const regimes = aidRegimeSchema.options;

export class RuleRowView {
  @ApiProperty({ format: 'date', description: 'Day in Rome.' }) validFrom!: string;
  @ApiPropertyOptional({ format: 'date', description: 'Included; open where there is none.' }) validTo?: string;
  @ApiProperty() norm!: string;
  @ApiProperty({ enum: confidenceSchema.options, description: 'How sure the figure is: read in the norm itself, in another source, known, or unsure.' }) confidence!: RuleRow['confidence'];
  @ApiPropertyOptional({ enum: regimes, description: 'This one and the next four: of a regulation on aid.' }) regime?: (typeof regimes)[number];
  @ApiPropertyOptional({ description: 'Euro cents.' }) ceilingCents?: number;
  @ApiPropertyOptional({ enum: ['rolling-years', 'fiscal-years'] }) window?: 'rolling-years' | 'fiscal-years';
  @ApiPropertyOptional() years?: number;
  @ApiPropertyOptional({ enum: regimes, isArray: true }) countsWith?: (typeof regimes)[number][];
  @ApiPropertyOptional({ description: 'A year, of a rate of interest.' }) basisPoints?: number;
}

export class RuleTableView {
  @ApiProperty({ enum: ruleTableSchema.options }) table!: RuleTableName;
  @ApiProperty({ description: 'What a decision says that it was taken by.' }) version!: string;
  @ApiProperty({ description: 'What the table’s file has now; an edited table goes its own way.' }) fileVersion!: string;
  @ApiProperty({ type: [RuleRowView] }) rows!: RuleRowView[];
}

export class RuleTableList {
  @ApiProperty({ type: [RuleTableView] }) items!: RuleTableView[];
}

export class RuleChangeView {
  @ApiProperty({ enum: ['close', 'add', 'correct'] }) change!: RuleChange['change'];
  @ApiProperty({ type: RuleRowView, description: 'As it is since.' }) row!: RuleRowView;
}

export class RuleEditView {
  @ApiProperty() version!: string;
  @ApiProperty({ description: 'The version that it was made from.' }) basedOn!: string;
  @ApiProperty({ format: 'date-time' }) editedAt!: string;
  @ApiProperty({ description: 'Who made it.' }) by!: string;
  @ApiProperty({ description: 'Why.' }) reason!: string;
  @ApiProperty({ type: [RuleChangeView] }) changes!: RuleChangeView[];
}

/** A table with everything that operators changed in it. */
export class RuleTableDetail extends RuleTableView {
  @ApiProperty({ type: [RuleEditView], description: 'Newest first.' }) history!: RuleEditView[];
}

const rowView = ({ validTo, ...row }: RuleRow): RuleRowView => ({ ...row, ...(validTo !== null && { validTo }) });

export const ruleTableView = (table: RuleTableName, { version, rows }: RuleVersion): RuleTableView => ({ table, version, fileVersion: ruleFiles[table].version, rows: rows.map(rowView) });

export const ruleEditView = ({ version, basedOn, editedAt, by, changes }: RuleEdit, reason: string): RuleEditView => ({
  version,
  basedOn,
  editedAt,
  by,
  reason,
  changes: changes.map(({ change, row }) => ({ change, row: rowView(row) })),
});
