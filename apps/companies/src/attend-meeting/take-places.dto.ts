import { ApiProperty } from '@nestjs/swagger';
import { MAX_MEETING_PLACES } from '@salvatempo/contracts';
import { IsInt, Max, Min } from 'class-validator';

export class TakePlacesDto {
  @ApiProperty({ minimum: 1, maximum: MAX_MEETING_PLACES, description: 'How many people of the firm have a place from now on.' })
  @IsInt()
  @Min(1)
  @Max(MAX_MEETING_PLACES)
  people!: number;
}
