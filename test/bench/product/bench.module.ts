import { Module, type DynamicModule, type Type } from '@nestjs/common';
import type { Engine } from '@salvatempo/messaging';
import { PlatformModule, type PlatformPorts } from '@salvatempo/runtime';

/** The services that are measured, with everything that every service has: guards, validation, idempotency, relay, consumers. */
@Module({})
export class BenchModule {
  static of(services: readonly Type[], ports: PlatformPorts, engine: Engine): DynamicModule {
    return { module: BenchModule, imports: [PlatformModule.of(ports, engine), ...services] };
  }
}
