import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import type { Envelope } from '@salvatempo/contracts';
import { Allow } from '@salvatempo/http';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { PLATFORM } from '../nest/platform.module';
import type { PlatformPorts } from '../ports';

class RecentEventsQueryDto {
  @ApiPropertyOptional({ minimum: 0, default: 0, description: 'Position of the last one seen.' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  after: number = 0;

  @ApiPropertyOptional({ minimum: 1, maximum: 500, default: 100 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  limit: number = 100;
}

class RecentEventView {
  @ApiProperty({ description: 'Place in the order of arrival.' }) position!: number;
  @ApiProperty({ enum: ['event', 'command'] }) kind!: 'event' | 'command';
  @ApiProperty() type!: string;
  @ApiProperty({ description: 'Id of the aggregate.' }) subject!: string;
  @ApiProperty({ format: 'date-time' }) time!: string;
  @ApiProperty() correlationId!: string;
}

class RecentEventPage {
  @ApiProperty({ type: [RecentEventView] }) items!: RecentEventView[];
}

@ApiTags('operations')
@Controller('api/operations/events')
export class RecentEventsController {
  constructor(@Inject(PLATFORM) private readonly ports: PlatformPorts) {}

  /** What happened and what was asked of other services, in the order of arrival: names and ids, never data. */
  @Get()
  @Allow('operator')
  @ApiOkResponse({ type: RecentEventPage })
  async since(@Query() { after, limit }: RecentEventsQueryDto): Promise<RecentEventPage> {
    const entries = await this.ports.store.journal.since(after, limit);
    const items = entries.map(({ position, body, sequence }) => {
      const { type, subject, time, correlationid } = JSON.parse(body) as Envelope;
      return { position, kind: sequence === undefined ? ('command' as const) : ('event' as const), type, subject, time, correlationId: correlationid };
    });
    return { items };
  }
}
