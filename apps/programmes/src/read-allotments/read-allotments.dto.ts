import { ApiPropertyOptional } from '@nestjs/swagger';
import { PageQueryDto } from '@salvatempo/http';
import { ANY_ID, idPattern } from '@salvatempo/kernel';
import { IsOptional, Matches } from 'class-validator';

export class AllotmentsQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ description: 'By default the caller’s own firm; an operator sees all firms.' })
  @IsOptional()
  @Matches(ANY_ID)
  firmId?: string;

  @ApiPropertyOptional({ description: 'Only those of one call.' })
  @IsOptional()
  @Matches(idPattern('cal'))
  callId?: string;
}
