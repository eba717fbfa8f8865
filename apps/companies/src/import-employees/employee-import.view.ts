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
  @ApiPropertyOptional({ description: 'People who had left and work for the firm again.' }) rehired?: number;
  @ApiPropertyOptional({ description: 'People whose last day of work was written down.' }) ended?: number;
}

/** An import as people see it. */
export function employeeImportView(state: KnownImport): EmployeeImportView {
  const { importId, firmId, rows } = state;
  if (state.status === 'accepted') return { importId, firmId, status: 'pending', rows };
  const { added, alreadyThere, changed = 0, rehired = 0, ended = 0 } = state;
  return { importId, firmId, status: 'completed', rows, added, alreadyThere, changed, rehired, ended };
}
