import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export class FirmChangeView {
  @ApiProperty() firmId!: string;
  @ApiProperty({ type: [String], description: 'Names of the data that are others now; none where the same was declared again.' }) changed!: string[];
  @ApiProperty({ format: 'date-time', description: 'From when on the data hold.' }) declaredAt!: string;
  @ApiPropertyOptional({ description: 'Version of the declaration’s text that was accepted.' }) declarationVersion?: string;
}
