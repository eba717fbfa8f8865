import 'reflect-metadata';
import { OperatorBootstrap } from '@salvatempo/app-identity';
import { ConfigError, processConfig, type Config } from '@salvatempo/runtime';
import { StoreRefusedError } from '@salvatempo/store';
import { DemoLoader } from './load-demo/load-demo.boot';
import { openEmbeddedPorts } from './start-product/embedded-ports.boot';
import { greeting } from './start-product/greeting.text';
import { startProduct } from './start-product/product.boot';
import { stopSignal } from './start-product/stop-signals.boot';

/** Runs the whole product in this process until it is told to stop. */
async function run(config: Config): Promise<void> {
  const stopped = stopSignal();
  const ports = await openEmbeddedPorts(config);
  const product = await startProduct(ports);
  try {
    const demo = config.demo ? await new DemoLoader(product.app, ports.ambient, config.dataDir).load() : undefined;
    const firstOperatorPath = config.demo ? undefined : await product.app.get(OperatorBootstrap).ensureFirstOperatorLink();
    await product.app.listen(config.port, config.host);
    const url = (await product.app.getUrl()).replace('[::1]', 'localhost');
    process.stdout.write(greeting(url, demo, firstOperatorPath));
    await stopped;
  } finally {
    await product.stop();
    await ports.close();
  }
}

/** What the person who starts it can do something about is one sentence; anything else shows where it came from. */
function reasonOf(error: Error & { code?: string }): string {
  if (error instanceof ConfigError || error instanceof StoreRefusedError) return error.message;
  if (error.code === 'EADDRINUSE' || error.code === 'EACCES') return `PORT, HOST: ${error.message}. Take another PORT; 0 takes any that is free.`;
  return error.stack ?? String(error);
}

async function main(): Promise<void> {
  try {
    await run(processConfig());
  } catch (error) {
    process.stderr.write(`${reasonOf(error as Error & { code?: string })}\n`);
    process.exitCode = 1;
  }
}

void main();
