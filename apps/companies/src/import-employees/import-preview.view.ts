import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CHANGES, countChanges } from './employee-change.table';
import type { ImportPlan, PlannedLine } from './plan-import.handler';

export class ImportPreviewLine {
  @ApiProperty({ description: 'Line of the file, counted from 1.' }) line!: number;
  @ApiProperty() name!: string;
  @ApiProperty() surname!: string;
  @ApiProperty({ enum: CHANGES }) change!: string;
  @ApiPropertyOptional({ type: [String], enum: ['fiscalCode', 'name', 'surname', 'hiredOn', 'categories'], description: 'What would be changed.' }) changed?: string[];
  @ApiPropertyOptional({ description: 'First and last name so far, where they would be changed.' }) nameBefore?: string;
  @ApiPropertyOptional({ format: 'date', description: 'Last day of work after the import; who left stays so unless the file says when they were hired again.' }) lastDay?: string;
}

export class ImportPreviewLeaver {
  @ApiProperty() employeeId!: string;
  @ApiProperty() name!: string;
  @ApiProperty() surname!: string;
  @ApiProperty({ format: 'date' }) lastDay!: string;
}

export class SmallCategory {
  @ApiProperty() code!: string;
  @ApiProperty({ description: 'People of the file in it.' }) people!: number;
}

export class ImportPreview {
  @ApiProperty({ description: 'Give it to the import as `preview`: it is refused where something has changed meanwhile.' }) previewId!: string;
  @ApiProperty() firmId!: string;
  @ApiProperty({ description: 'People in the file.' }) rows!: number;
  @ApiProperty() added!: number;
  @ApiProperty({ description: 'People who had left and work for the firm again.' }) rehired!: number;
  @ApiProperty({ description: 'People for whom the file names a last day of work.' }) ended!: number;
  @ApiProperty() changed!: number;
  @ApiProperty() unchanged!: number;
  @ApiProperty({ type: [ImportPreviewLine] }) lines!: ImportPreviewLine[];
  @ApiProperty({ type: [ImportPreviewLeaver], description: 'People who aren’t in a file that was said to be complete, and would leave.' }) leavers!: ImportPreviewLeaver[];
  @ApiProperty({ type: [SmallCategory], description: 'Groups of one person in this file: allowed, but to be looked at, since a plan is never for somebody by name.' })
  toReview!: SmallCategory[];
}

/** A plan as people see it. */
export const importPreview = (firmId: string, { previewId, lines, leavers }: ImportPlan): ImportPreview => ({
  previewId,
  firmId,
  rows: lines.length,
  ...countChanges(lines.map(({ change }) => change)),
  lines: lines.map(previewLine),
  leavers: [...leavers],
  toReview: smallCategories(lines),
});

function previewLine({ line: { line, name, surname }, change, changed, before, lastDay }: PlannedLine): ImportPreviewLine {
  const isRenamed = changed.includes('name') || changed.includes('surname');
  return {
    line,
    name,
    surname,
    change,
    ...(changed.length > 0 && { changed: [...changed] }),
    ...(isRenamed && before && { nameBefore: `${before.name} ${before.surname}` }),
    ...(lastDay === undefined ? {} : { lastDay }),
  };
}

function smallCategories(lines: readonly PlannedLine[]): SmallCategory[] {
  const people = new Map<string, number>();
  for (const code of lines.flatMap(({ line }) => line.categories ?? [])) people.set(code, (people.get(code) ?? 0) + 1);
  return [...people].filter(([, count]) => count === 1).map(([code, count]) => ({ code, people: count }));
}
