import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { KeyRetention } from '@salvatempo/http';
import { Engine, type LogServer } from '@salvatempo/messaging';
import { httpApplication, serveOpenApi, type PlatformPorts } from '@salvatempo/runtime';
import { servePortal } from '../serve-portal/portal.route';
import { StandaloneModule } from '../standalone.module';

/** The whole product, running: consumers, relay and deadlines, and HTTP once `listen` was called. */
export interface Product {
  readonly app: NestFastifyApplication;
  readonly engine: Engine;
  readonly server: LogServer;
  /** Stops in order: HTTP, consumers, relay; the ports stay open. */
  stop(): Promise<void>;
}

/** Starts everything on the given ports; not listening yet. */
export async function startProduct(ports: PlatformPorts): Promise<Product> {
  const { store, log, ambient, processLog } = ports;
  const engine = new Engine({ store, log, ambient, onTrouble: (where, error) => processLog.warn({ where, error }, 'the engine tries again') });
  const { app, server } = await httpApplication(StandaloneModule.of(ports, engine), ports);
  serveOpenApi(app);
  await servePortal(app);
  await app.startAllMicroservices();
  await app.init();
  engine.start();
  const retention = new KeyRetention(store, ambient, (error) => processLog.warn({ error }, 'old idempotency keys could not be forgotten'));
  retention.start();
  return { app, engine, server, stop: () => stopInOrder(app, server, engine, retention) };
}

async function stopInOrder(app: NestFastifyApplication, server: LogServer, engine: Engine, retention: KeyRetention): Promise<void> {
  retention.stop();
  await Promise.all([app.close(), server.close()]);
  await engine.stop();
}
