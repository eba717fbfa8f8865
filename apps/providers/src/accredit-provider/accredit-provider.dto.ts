import { ApiProperty } from '@nestjs/swagger';

export class AccreditationView {
  @ApiProperty() providerId!: string;
  @ApiProperty({ enum: ['accredited'] }) status!: string;
}
