import type { DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { KeyRetention } from '@salvatempo/http';
import { Engine, type LogServer } from '@salvatempo/messaging';
import { httpApplication, type HttpOptions } from '../nest/http-application';
import { lookUpFigures } from '../metrics/figures';
import { Consumers } from '../operations/consumers';
import type { PlatformPorts } from '../ports';

/** An application of one or more services, running: consumers, relay and deadlines, and HTTP once `listen` was called. */
export interface Running {
  readonly app: NestFastifyApplication;
  readonly engine: Engine;
  readonly server: LogServer;
  /** Stops in order: HTTP, consumers, relay; the ports stay open. */
  stop(): Promise<void>;
}

export interface RunOptions extends HttpOptions {
  /** Routes that are neither a service's nor the platform's, added before anything starts. */
  readonly prepare?: (app: NestFastifyApplication) => void | Promise<void>;
}

/** Starts an application on the given ports; not listening yet. */
export async function startApplication(rootOf: (engine: Engine) => DynamicModule, ports: PlatformPorts, { prepare, ...http }: RunOptions = {}): Promise<Running> {
  const { store, log, ambient, processLog } = ports;
  const engine = new Engine({ store, log, ambient, onTrouble: (where, error) => processLog.warn({ where, error }, 'the engine tries again') });
  const { app, server } = await httpApplication(rootOf(engine), ports, http);
  await prepare?.(app);
  await app.startAllMicroservices();
  await app.init();
  engine.start();
  lookUpFigures(ports, app.get(Consumers));
  const retention = new KeyRetention(store, ambient, (error) => processLog.warn({ error }, 'old idempotency keys could not be forgotten'));
  retention.start();
  return { app, engine, server, stop: () => stopInOrder(app, server, engine, retention) };
}

async function stopInOrder(app: NestFastifyApplication, server: LogServer, engine: Engine, retention: KeyRetention): Promise<void> {
  retention.stop();
  await Promise.all([app.close(), server.close()]);
  await engine.stop();
}
