import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export class OwnCardView {
  @ApiProperty() firmId!: string;
  @ApiPropertyOptional() firmName?: string;
  @ApiProperty() employeeId!: string;
  @ApiProperty() name!: string;
  @ApiProperty() surname!: string;
  @ApiProperty() fiscalCode!: string;
  @ApiPropertyOptional({ format: 'date' }) hiredOn?: string;
}

export class OwnCards {
  @ApiProperty({ type: [OwnCardView] }) items!: OwnCardView[];
}
