import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ANY_ID } from '@salvatempo/kernel';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Matches, Max, Min } from 'class-validator';
import { ThresholdView } from '../read-accounts/account.view';
import { ThresholdCrossingView } from '../read-accounts/threshold-crossing.view';

export class SimulatePurchaseDto {
  @ApiPropertyOptional({ description: 'By default the caller’s first firm.' })
  @IsOptional()
  @Matches(ANY_ID)
  firmId?: string;

  @ApiProperty({ description: 'Letter of TUIR art. 51 of the service.', example: 'c.3' })
  @IsString()
  @Matches(/^[a-z](\.\d)?(-[a-z]{2,6})?$/)
  letter!: string;

  @ApiProperty({ description: 'What the account would pay, in euro cents.', minimum: 0 })
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(100_000_000)
  amountCents!: number;

  @ApiPropertyOptional({ description: 'Hours of service that would pay `amountCents` instead of euros, in minutes.', minimum: 1 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(60_000)
  minutes?: number;

  @ApiPropertyOptional({ description: 'Value of the service, whoever pays the rest, in euro cents; by default what the account would pay.' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(100_000_000)
  benefitValueCents?: number;
}

export class PayingLotView {
  @ApiProperty() lotId!: string;
  @ApiProperty({ description: 'Euro cents; of a lot of hours the part of the price that they pay.' }) amountCents!: number;
  @ApiPropertyOptional({ description: 'Of a lot of hours.' }) minutes?: number;
  @ApiProperty({ format: 'date-time' }) validUntil!: string;
}

export class SimulationRefusalView {
  @ApiProperty({ description: 'A published problem code.' }) code!: string;
  @ApiProperty({ description: 'Why, in Italian.' }) detail!: string;
  @ApiProperty({ description: 'Why, in English.' }) detailEn!: string;
}

export class SimulationView {
  @ApiProperty() allowed!: boolean;
  @ApiPropertyOptional({ type: SimulationRefusalView }) refusal?: SimulationRefusalView;
  @ApiPropertyOptional({ type: ThresholdCrossingView, description: 'There where it can be had with the person’s consent to this alone: `lots` and `after` are as if they gave it.' }) consent?: ThresholdCrossingView;
  @ApiProperty({ type: [PayingLotView], description: 'What would pay: what expires first pays first.' }) lots!: PayingLotView[];
  @ApiProperty({ description: 'Credit that may be spent on the letter, as it stands, in euro cents; without what waits for the firm’s transfer.' }) creditBeforeCents!: number;
  @ApiProperty({ description: 'The same as it would stand.' }) creditAfterCents!: number;
  @ApiPropertyOptional({ type: ThresholdView, description: 'The year as it stands.' }) before?: ThresholdView;
  @ApiPropertyOptional({ type: ThresholdView, description: 'The year as it would stand.' }) after?: ThresholdView;
  @ApiProperty({ type: [String], description: 'In Italian.' }) explanation!: string[];
}
