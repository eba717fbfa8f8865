/**
 * Standalone puts every service into one process: the module of them all, how the product is started and stopped in order,
 * and the demo. Owns no data and no rule.
 */
export { startProduct, type Product } from './start-product/product.boot';
export { StandaloneModule } from './standalone.module';
