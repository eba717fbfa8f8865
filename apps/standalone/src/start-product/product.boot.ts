import { Engine } from '@salvatempo/messaging';
import { serveOpenApi, servePortal, startApplication, type PlatformPorts, type Running, type RunOptions } from '@salvatempo/runtime';
import { StandaloneModule } from '../standalone.module';

/** The whole product in this process. */
export type Product = Running;

/** Starts everything on the given ports; not listening yet. */
export async function startProduct(ports: PlatformPorts): Promise<Product> {
  const { store, log, ambient, processLog } = ports;
  const engine = new Engine({ store, log, ambient, onTrouble: (where, error) => processLog.warn({ where, error }, 'the engine tries again') });
  const prepare: RunOptions['prepare'] = async (app) => {
    serveOpenApi(app);
    await servePortal(app);
  };
  return startApplication(StandaloneModule.of(ports, engine), engine, ports, { prepare });
}
