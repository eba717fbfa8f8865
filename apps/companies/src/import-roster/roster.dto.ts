import { ApiPropertyOptional } from '@nestjs/swagger';
import { ANY_ID } from '@salvatempo/kernel';
import { IsOptional, Matches } from 'class-validator';

export class RosterQueryDto {
  @ApiPropertyOptional({ description: '`previewId` of the preview that was seen; the import is refused where it would change something else by now.' })
  @IsOptional()
  @Matches(ANY_ID)
  preview?: string;
}
