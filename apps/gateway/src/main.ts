import 'reflect-metadata';
import { mainOf, openTracing, ServiceAddresses, sharedKeys, stopSignal, systemAmbient } from '@salvatempo/runtime';
import { gatewayApplication } from './gateway.boot';

void mainOf(async (config) => {
  const stopped = stopSignal();
  const { clock } = systemAmbient;
  const tracing = openTracing(config, 'gateway');
  const { app, close } = await gatewayApplication({ addresses: new ServiceAddresses(config, clock), keys: sharedKeys(config), clock, tracing });
  try {
    await app.listen(config.port, config.host);
    process.stdout.write(`gateway: ${await app.getUrl()}\n`);
    await stopped;
  } finally {
    await close();
    await tracing?.close();
  }
});
