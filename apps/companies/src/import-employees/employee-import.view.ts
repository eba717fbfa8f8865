import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { KnownImport } from '../domain/employee-import';

export class EmployeeImportView {
  @ApiProperty() importId!: string;
  @ApiProperty() firmId!: string;
  @ApiProperty({ enum: ['pending', 'completed'] }) status!: string;
  @ApiProperty({ description: 'Lines of the file, without its header.' }) rows!: number;
  @ApiPropertyOptional({ description: 'People who are new in the list; there once it is completed.' }) added?: number;
  @ApiPropertyOptional({ description: 'People who were in the list before.' }) alreadyThere?: number;
  @ApiPropertyOptional({ description: 'Of those, people of whom something was changed.' }) changed?: number;
}

/** An import as people see it. */
export function employeeImportView(state: KnownImport): EmployeeImportView {
  const { importId, firmId, rows } = state;
  if (state.status === 'accepted') return { importId, firmId, status: 'pending', rows };
  return { importId, firmId, status: 'completed', rows, added: state.added, alreadyThere: state.alreadyThere, changed: state.changed ?? 0 };
}
