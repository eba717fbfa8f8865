import { StandaloneModule } from '@salvatempo/app-standalone';
import { Engine } from '@salvatempo/messaging';
import { httpApplication, openApiOf, TerritoryKeys, type PlatformPorts } from '@salvatempo/runtime';
import { memoryAmbient, memoryLog, memoryStore } from '@salvatempo/testing';

/** Ports that no request will ever reach: the document is read off the code, nothing listens and nothing runs. */
function idlePorts(): PlatformPorts {
  const never = (): Promise<never> => Promise.reject(new Error('the document needs no work done'));
  const quiet = (): void => undefined;
  return {
    store: memoryStore(),
    log: memoryLog(),
    ambient: memoryAmbient(),
    keys: new TerritoryKeys(new Uint8Array(32)),
    hasher: { hash: never, verify: never },
    mail: { send: never },
    processLog: { info: quiet, warn: quiet, error: quiet },
    publicUrl: '',
  };
}

/** The OpenAPI document of the whole product, as its file says it. */
export async function productDocument(): Promise<string> {
  const ports = idlePorts();
  const { app, server } = await httpApplication(StandaloneModule.of(ports, new Engine(ports)), ports);
  await app.init();
  const document = openApiOf(app);
  await Promise.all([app.close(), server.close()]);
  return `${JSON.stringify(document, undefined, 2)}\n`;
}
