import { Module, type DynamicModule } from '@nestjs/common';
import { BenefitsModule } from '@salvatempo/app-benefits';
import { CompaniesModule } from '@salvatempo/app-companies';
import { IdentityModule } from '@salvatempo/app-identity';
import { MarketplaceModule } from '@salvatempo/app-marketplace';
import { ProgrammesModule } from '@salvatempo/app-programmes';
import { ProvidersModule } from '@salvatempo/app-providers';
import { VouchersModule } from '@salvatempo/app-vouchers';
import type { Engine } from '@salvatempo/messaging';
import { DeadLettersController, HealthController, PlatformModule, RecentEventsController, type PlatformPorts } from '@salvatempo/runtime';

/** Every service in one application. */
@Module({})
export class StandaloneModule {
  static of(ports: PlatformPorts, engine: Engine): DynamicModule {
    return {
      module: StandaloneModule,
      imports: [
        PlatformModule.of(ports, engine),
        IdentityModule,
        CompaniesModule,
        ProgrammesModule,
        BenefitsModule,
        ProvidersModule,
        MarketplaceModule,
        VouchersModule,
      ],
      controllers: [HealthController, RecentEventsController, DeadLettersController],
    };
  }
}
