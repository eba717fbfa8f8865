import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export class ProviderView {
  @ApiProperty() providerId!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ description: 'Partita IVA.' }) vatNumber!: string;
  @ApiProperty({ enum: ['registered', 'accredited'] }) status!: string;
}

export class ProviderPage {
  @ApiProperty({ type: [ProviderView] }) items!: ProviderView[];
  @ApiPropertyOptional({ description: 'Give it back as `after`.' }) next?: string;
}
