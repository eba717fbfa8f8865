import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { DATE } from '@salvatempo/http';
import { ANY_ID } from '@salvatempo/kernel';
import { IsOptional, Matches } from 'class-validator';

export class OpenSurveyDto {
  @ApiProperty({ format: 'date', description: 'Last day on which answers are taken: today or within 90 days.' })
  @Matches(DATE)
  closesOn!: string;

  @ApiPropertyOptional({ description: 'A network that the firm is in: fewer than five answers are read together with those of its other members, otherwise with those of the Comune.' })
  @IsOptional()
  @Matches(ANY_ID)
  networkId?: string;

  @ApiPropertyOptional({ description: 'Instead of a network: an association to which the firm has given a mandate for surveys. Fewer than five answers are read together with those of its other firms.' })
  @IsOptional()
  @Matches(ANY_ID)
  associationId?: string;
}
