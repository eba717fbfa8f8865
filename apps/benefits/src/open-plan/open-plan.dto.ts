import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ANY_ID } from '@salvatempo/kernel';
import { planSourceSchema } from '@salvatempo/contracts';
import { IsBoolean, IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';

export class OpenPlanDto {
  @ApiProperty()
  @Matches(ANY_ID)
  firmId!: string;

  @ApiProperty({ example: 'Piano welfare 2026' })
  @IsString()
  @Length(1, 120)
  title!: string;

  @ApiProperty({ enum: planSourceSchema.options, description: 'Where the obligation comes from; it decides how much the firm may deduct.' })
  @IsIn(planSourceSchema.options)
  source!: (typeof planSourceSchema.options)[number];

  @ApiPropertyOptional({ description: 'Whether credit waits for a published version. Without it credit is given at once, under no terms but the law’s.' })
  @IsOptional()
  @IsBoolean()
  isDraft?: boolean;
}

export class PlanView {
  @ApiProperty() planId!: string;
  @ApiProperty() firmId!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ enum: planSourceSchema.options }) source!: string;
  @ApiPropertyOptional({ enum: ['draft', 'open'], description: '`draft`: nothing is published yet. `open` where it says nothing.' }) status?: string;
  @ApiPropertyOptional({ description: 'How many versions were published.' }) versions?: number;
}

export class PlanPage {
  @ApiProperty({ type: [PlanView] }) items!: PlanView[];
}
