import { ApiProperty } from '@nestjs/swagger';
import { ANY_ID } from '@salvatempo/kernel';
import { planSourceSchema } from '@salvatempo/contracts';
import { IsIn, IsString, Length, Matches } from 'class-validator';

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
}

export class PlanView {
  @ApiProperty() planId!: string;
  @ApiProperty() firmId!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ enum: planSourceSchema.options }) source!: string;
}

export class PlanPage {
  @ApiProperty({ type: [PlanView] }) items!: PlanView[];
}
