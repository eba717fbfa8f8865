import { ApiProperty } from '@nestjs/swagger';
import { DATE } from '@salvatempo/http';
import { Matches } from 'class-validator';

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
