import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export class EmployeeView {
  @ApiProperty() employeeId!: string;
  @ApiProperty() personId!: string;
  @ApiProperty() name!: string;
  @ApiProperty() surname!: string;
  @ApiProperty({ description: 'As it was brought in.' }) fiscalCode!: string;
  @ApiPropertyOptional({ format: 'date' }) hiredOn?: string;
  @ApiPropertyOptional({ format: 'date', description: 'Last day of work, of somebody who left or will.' }) lastDay?: string;
  @ApiProperty({ type: [String], description: 'Codes of the objective groups that the person is in.' }) categories!: string[];
  @ApiProperty({ format: 'date-time' }) addedAt!: string;
}

export class EmployeePage {
  @ApiProperty({ type: [EmployeeView] }) items!: EmployeeView[];
  @ApiPropertyOptional({ description: 'Give it back as `after`.' }) next?: string;
}
