/*
 * What a container of the one image runs: `gateway`, the name of a service, or `topics`. The demo's sign-ins are known to
 * everybody, so a container never has them.
 */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const [name = '', ...args] = process.argv.slice(2);
const entry = name === 'topics' ? '../dist/scripts/topics/main.js' : `../dist/apps/${name}/src/main.js`;
const path = fileURLToPath(new URL(entry, import.meta.url));
if (!/^[a-z]+$/.test(name) || !existsSync(path)) {
  process.stderr.write(`there is no "${name}" to run; name a service, gateway or topics\n`);
  process.exit(1);
}
process.argv = [process.argv[0], path, '--no-demo', ...args];
createRequire(import.meta.url)(path);
