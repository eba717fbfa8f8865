import { Module, type DynamicModule } from '@nestjs/common';
import { BenefitsModule } from '@salvatempo/app-benefits';
import type { Engine } from '@salvatempo/messaging';
import { PlatformModule, type PlatformPorts } from '@salvatempo/runtime';

/** The service that is measured, with everything that every service has: guards, validation, idempotency, relay, consumers. */
@Module({})
export class BenchModule {
  static of(ports: PlatformPorts, engine: Engine): DynamicModule {
    return { module: BenchModule, imports: [PlatformModule.of(ports, engine), BenefitsModule] };
  }
}
