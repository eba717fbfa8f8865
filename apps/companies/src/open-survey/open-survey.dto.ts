import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ANY_ID } from '@salvatempo/kernel';
import { IsOptional, Matches } from 'class-validator';

const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

export class OpenSurveyDto {
  @ApiProperty({ format: 'date', description: 'Last day on which answers are taken: today or within 90 days.' })
  @Matches(DATE)
  closesOn!: string;

  @ApiPropertyOptional({ description: 'A network that the firm is in: fewer than five answers are read together with those of its other members, otherwise with those of the Comune.' })
  @IsOptional()
  @Matches(ANY_ID)
  networkId?: string;
}
