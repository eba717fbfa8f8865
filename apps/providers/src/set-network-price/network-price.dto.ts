import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { idPattern } from '@salvatempo/kernel';
import { IsInt, Matches, Max, Min } from 'class-validator';

export class SetNetworkPriceDto {
  @ApiProperty()
  @Matches(idPattern('net'))
  networkId!: string;

  @ApiProperty({ description: 'Euro cents; lower than the price of the list.' })
  @IsInt()
  @Min(1)
  @Max(100_000_000)
  priceCents!: number;
}

export class NetworkPriceChangeView {
  @ApiProperty() offerId!: string;
  @ApiProperty() networkId!: string;
  @ApiPropertyOptional({ description: 'Euro cents; not there once the price is withdrawn.' }) priceCents?: number;
}

export class NetworkNameView {
  @ApiProperty() networkId!: string;
  @ApiProperty() title!: string;
}

export class NetworkNamePage {
  @ApiProperty({ type: [NetworkNameView] }) items!: NetworkNameView[];
  @ApiPropertyOptional({ description: 'Give it back as `after`.' }) next?: string;
}
