import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';

const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

export class EndEmploymentDto {
  @ApiProperty({ format: 'date', description: 'Last day of work, past or future.' })
  @Matches(DATE)
  lastDay!: string;
}

export class RehireEmployeeDto {
  @ApiProperty({ format: 'date', description: 'First day of work, after the last one and not in the future.' })
  @Matches(DATE)
  firstDay!: string;
}

export class EmploymentView {
  @ApiProperty() employeeId!: string;
  @ApiProperty() firmId!: string;
  @ApiProperty({ enum: ['employed', 'left'] }) status!: string;
  @ApiProperty({ format: 'date', description: 'The last or the first day that was written down.' }) day!: string;
}
