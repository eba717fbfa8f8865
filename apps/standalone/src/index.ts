/**
 * Standalone puts every service into one process: the module of them all, how the product is started and stopped in order,
 * and the demo. Owns no data and no rule.
 */
export { startProduct, type Product } from './start-product/product.boot';
export { StandaloneModule } from './standalone.module';
export type { DemoApi } from './load-demo/demo-client.http';
export { DemoLoader } from './load-demo/load-demo.boot';
export { greeting } from './start-product/greeting.text';
