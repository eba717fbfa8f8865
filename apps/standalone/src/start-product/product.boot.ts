import { serveOpenApi, servePortal, startApplication, type PlatformPorts, type Running, type RunOptions } from '@salvatempo/runtime';
import { StandaloneModule } from '../standalone.module';

/** The whole product in this process. */
export type Product = Running;

const prepare: RunOptions['prepare'] = async (app) => {
  serveOpenApi(app);
  await servePortal(app);
};

/** Starts everything on the given ports; not listening yet. */
export const startProduct = (ports: PlatformPorts): Promise<Product> => startApplication((engine) => StandaloneModule.of(ports, engine), ports, { prepare });
