import { ApiPropertyOptional } from '@nestjs/swagger';
import { PageQueryDto } from '@salvatempo/http';
import { idPattern } from '@salvatempo/kernel';
import { IsOptional, Matches } from 'class-validator';

export class OffersQueryDto extends PageQueryDto {
  @ApiPropertyOptional()
  @IsOptional()
  @Matches(idPattern('prv'))
  providerId?: string;

  @ApiPropertyOptional({ example: 'laundry-ironing' })
  @IsOptional()
  @Matches(/^[a-z0-9-]{1,40}$/)
  serviceCode?: string;
}
