import { ApiPropertyOptional } from '@nestjs/swagger';
import { DATE } from '@salvatempo/http';
import { ANY_ID } from '@salvatempo/kernel';
import { IsOptional, Matches } from 'class-validator';

export class PreviewQueryDto {
  @ApiPropertyOptional({ format: 'date', description: 'The file is complete: whoever of the firm is missing in it left on this day. Without it nobody leaves by being missing.' })
  @IsOptional()
  @Matches(DATE)
  othersLeftOn?: string;
}

export class ImportQueryDto extends PreviewQueryDto {
  @ApiPropertyOptional({
    description: '`previewId` of the preview that was seen; the import is refused where it would change something else by now. Required with `othersLeftOn`.',
  })
  @IsOptional()
  @Matches(ANY_ID)
  preview?: string;
}
