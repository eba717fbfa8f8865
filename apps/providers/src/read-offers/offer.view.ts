import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export class NetworkPriceOfOfferView {
  @ApiProperty() networkId!: string;
  @ApiPropertyOptional() title?: string;
  @ApiProperty({ description: 'Euro cents.' }) priceCents!: number;
}

export class OfferView {
  @ApiProperty() offerId!: string;
  @ApiProperty() providerId!: string;
  @ApiPropertyOptional() providerName?: string;
  @ApiProperty({ description: 'The provider’s own code.' }) code!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ description: 'Euro cents.' }) priceCents!: number;
  @ApiProperty({ description: 'What calls name as eligible.', example: 'laundry-ironing' }) serviceCode!: string;
  @ApiProperty({ description: 'Letter of TUIR art. 51 by default.', example: 'c.3' }) taxLetter!: string;
  @ApiProperty({ description: 'A voucher is good for so many days at most.' }) maxValidityDays!: number;
  @ApiPropertyOptional({ description: 'How long the service lasts, where it is sold by time: hours of credit can pay it then.' }) durationMinutes?: number;
  @ApiProperty({ description: 'Grows when something changed.' }) revision!: number;
  @ApiPropertyOptional({ type: [NetworkPriceOfOfferView], description: 'Prices for the members of networks: for the provider itself and operators.' }) networkPrices?: NetworkPriceOfOfferView[];
}

export class OfferPage {
  @ApiProperty({ type: [OfferView] }) items!: OfferView[];
  @ApiPropertyOptional({ description: 'Give it back as `after`.' }) next?: string;
}
