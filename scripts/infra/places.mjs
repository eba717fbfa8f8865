import { join } from 'node:path';
import { root } from '../toolchain/repository.mjs';

/** What is obtained once and kept: jars and compiled launchers. */
export const cacheFolder = join(root, '.infra');
/** Where what runs keeps its data and its own log, until `infra:down`. */
export const runFolder = join(cacheFolder, 'run');
