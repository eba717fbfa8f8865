import { ApiPropertyOptional } from '@nestjs/swagger';
import { PageQueryDto } from '@salvatempo/http';
import { IsIn, IsOptional } from 'class-validator';

export class ProvidersQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ enum: ['registered', 'accredited'] })
  @IsOptional()
  @IsIn(['registered', 'accredited'])
  status?: 'registered' | 'accredited';
}
