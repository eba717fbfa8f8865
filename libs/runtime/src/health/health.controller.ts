import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Anybody } from '@salvatempo/http';
import { collectDefaultMetrics, register } from 'prom-client';
import { PLATFORM } from '../nest/platform.module';
import type { PlatformPorts } from '../ports';

class HealthView {
  @ApiProperty({ enum: ['ok'] }) status!: 'ok';
}

/** Once in a process, however many applications it makes. */
if (register.getMetricsAsArray().length === 0) collectDefaultMetrics();

@ApiTags('health')
@Controller()
export class HealthController {
  constructor(@Inject(PLATFORM) private readonly ports: PlatformPorts) {}

  /** The process runs. */
  @Get('health/live')
  @Anybody()
  @ApiOkResponse({ type: HealthView })
  live(): HealthView {
    return { status: 'ok' };
  }

  /** A write can be made durable now; 503 otherwise. */
  @Get('health/ready')
  @Anybody()
  @ApiOkResponse({ type: HealthView })
  async ready(): Promise<HealthView> {
    await this.ports.store.ping();
    return { status: 'ok' };
  }

  /** Figures of the process for Prometheus. */
  @Get('metrics')
  @Anybody()
  @ApiExcludeEndpoint()
  @Header('content-type', register.contentType)
  metrics(): Promise<string> {
    return register.metrics();
  }
}
