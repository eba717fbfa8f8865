import { ApiPropertyOptional } from '@nestjs/swagger';
import { PageQueryDto } from '@salvatempo/http';
import { IsIn, IsOptional } from 'class-validator';

export class OrdersQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ enum: ['open', 'completed'] })
  @IsOptional()
  @IsIn(['open', 'completed'])
  status?: 'open' | 'completed';
}
