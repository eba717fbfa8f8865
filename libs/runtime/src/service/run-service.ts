import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '../config/config';
import { serveOpenApi } from '../nest/openapi';
import { timed } from '../metrics/figures';
import type { PlatformPorts } from '../ports';
import { mainOf } from '../process/main-of';
import { stopSignal } from '../process/stop-signals';
import { openDistributedPorts } from './distributed-ports';
import { startApplication } from './running';
import { ServiceAddresses } from './service-addresses';
import { ServiceModule } from './service.module';

export interface ServiceHooks {
  /** Once it runs and before it listens; what it returns is printed. */
  readonly started?: (app: NestFastifyApplication, config: Config) => Promise<string | undefined>;
}

/** Runs one service as this process, until it is told to stop. The first line that it prints says where it listens. */
export const runService = (name: string, module: Type, hooks: ServiceHooks = {}): Promise<void> =>
  mainOf(async (config) => {
    const stopped = stopSignal();
    const opened = await openDistributedPorts(config, name);
    try {
      const { clock } = opened.ambient;
      const ports = { ...opened, store: timed(opened.store, clock) };
      const addresses = new ServiceAddresses(config, clock);
      const running = await startApplication((engine) => ServiceModule.of(name, module, ports, engine, addresses), ports, { prepare: serveOpenApi, behindGateway: true, onStandstill: endingOf(ports) });
      try {
        const said = await hooks.started?.(running.app, config);
        await running.app.listen(config.port, config.host);
        process.stdout.write(`${name}: ${await running.app.getUrl()}\n${said === undefined ? '' : `${said}\n`}`);
        await stopped;
      } finally {
        await running.stop();
      }
    } finally {
      await opened.close();
    }
  });

/**
 * A consumer that has messages, a store and a broker, and does nothing, is a defect that nobody else would notice: the process ends,
 * and whoever looks after it starts another one, which goes on where the progress stands.
 */
const endingOf =
  ({ store, processLog }: PlatformPorts) =>
  (group: string): void => {
    store.ping().then(
      () => {
        processLog.error({ group }, 'a consumer stands still, so this process ends');
        process.exit(1);
      },
      () => undefined,
    );
  };
