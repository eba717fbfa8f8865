import 'reflect-metadata';
import { OperatorBootstrap } from '@salvatempo/app-identity';
import { mainOf, stopSignal, type Config } from '@salvatempo/runtime';
import { injected } from './load-demo/inject.api';
import { DemoLoader } from './load-demo/load-demo.boot';
import { openEmbeddedPorts } from './start-product/embedded-ports.boot';
import { greeting } from './start-product/greeting.text';
import { startProduct } from './start-product/product.boot';

/** Runs the whole product in this process until it is told to stop. */
async function run(config: Config): Promise<void> {
  const stopped = stopSignal();
  const ports = await openEmbeddedPorts(config);
  const product = await startProduct(ports);
  try {
    const operators = product.app.get(OperatorBootstrap);
    const ensureOperator = operators.ensureOperator.bind(operators);
    const demo = config.demo ? await new DemoLoader(injected(product.app), ensureOperator, ports.ambient, config.dataDir).load() : undefined;
    const firstOperatorPath = config.demo ? undefined : await operators.ensureFirstOperatorLink();
    await product.app.listen(config.port, config.host);
    const url = (await product.app.getUrl()).replace('[::1]', 'localhost');
    process.stdout.write(greeting(url, demo, firstOperatorPath));
    await stopped;
  } finally {
    await product.stop();
    await ports.close();
  }
}

void mainOf(run);
