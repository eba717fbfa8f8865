import { ApiPropertyOptional } from '@nestjs/swagger';
import { PageQueryDto } from '@salvatempo/http';
import { ANY_ID } from '@salvatempo/kernel';
import { IsOptional, Matches } from 'class-validator';

const DESCRIPTION = 'By default the caller’s first firm.';

/** One of the caller's firms. */
export class OwnFirmQueryDto {
  @ApiPropertyOptional({ description: DESCRIPTION })
  @IsOptional()
  @Matches(ANY_ID)
  firmId?: string;
}

/** A page of one of the caller's firms. */
export class FirmPageQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ description: DESCRIPTION })
  @IsOptional()
  @Matches(ANY_ID)
  firmId?: string;
}
