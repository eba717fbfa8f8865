import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder, root } from '../toolchain/repository.mjs';

/** Every service of the tree: a folder of apps with a process of its own, apart from those that hold no data. */
export const serviceNames = filesUnder('apps', (file) => /^apps\/[a-z]+\/src\/main\.ts$/.test(file))
  .map((file) => file.split('/')[1])
  .filter((name) => name !== 'gateway' && name !== 'standalone');

/** The busiest two: every purchase passes through one, every credit and hold through the other. */
const REPLICAS = { marketplace: 2, benefits: 2 };
export const replicasOf = (name) => REPLICAS[name] ?? 1;

/** `username:password` of the demo's operator. */
export function demoOperator() {
  const { operator } = JSON.parse(readFileSync(join(root, 'demo/territory.json'), 'utf8'));
  return `${operator.username}:${operator.password}`;
}
