import { Module, type DynamicModule, type Type } from '@nestjs/common';
import type { Engine } from '@salvatempo/messaging';
import { DirectoryController } from '../directory/directory.controller';
import { RemoteDirectory } from '../directory/remote-directory';
import { HealthController } from '../health/health.controller';
import { PlatformModule } from '../nest/platform.module';
import { DeadLettersController } from '../operations/dead-letters.controller';
import { RecentEventsController } from '../operations/recent-events.controller';
import type { PlatformPorts } from '../ports';
import type { ServiceAddresses } from './service-addresses';

/** Services that own names which others show (ADR 0005). */
const NAME_OWNERS = ['companies', 'providers'];

/** One service as a process of its own. */
@Module({})
export class ServiceModule {
  static of(name: string, service: Type, ports: PlatformPorts, engine: Engine, addresses: ServiceAddresses): DynamicModule {
    const others = NAME_OWNERS.filter((owner) => owner !== name).map((owner) => new RemoteDirectory(owner, addresses, ports.keys));
    return {
      module: ServiceModule,
      imports: [PlatformModule.of(ports, engine, others), service],
      controllers: [HealthController, RecentEventsController, DirectoryController, DeadLettersController],
    };
  }
}
