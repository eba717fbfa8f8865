import { existsSync } from 'node:fs';
import Module from 'node:module';
import { join } from 'node:path';
import { startDistributed } from './distributed/main.mjs';
import { infraDown, infraUp } from './infra/up.mjs';
import { ensureReady } from './ensure-ready.mjs';
import { toolCommands } from './toolchain/tool-commands.mjs';
import { dist, root } from './toolchain/repository.mjs';

/** The product's commands: the compiled entry, and where the output of getting ready goes. */
const entries = {
  start: { entry: 'apps/standalone/src/main.js', out: 'stdout' },
  tour: { entry: 'scripts/tour/main.js', out: 'stderr' },
  simulate: { entry: 'test/simulation/main.js', out: 'stderr' },
  'planted-bugs': { entry: 'test/simulation/planted-bugs.js', out: 'stderr' },
  bench: { entry: 'test/bench/main.js', out: 'stderr' },
  backup: { entry: 'scripts/backup/main.js', out: 'stderr' },
  export: { entry: 'scripts/migrate/export.js', out: 'stderr' },
  import: { entry: 'scripts/migrate/import.js', out: 'stderr' },
  dlq: { entry: 'scripts/dlq/main.js', out: 'stderr' },
  topics: { entry: 'scripts/topics/main.js', out: 'stderr' },
  restore: { entry: 'scripts/restore/main.js', out: 'stderr' },
};

/** These need no package and nothing built. */
const infraCommands = { 'infra:up': infraUp, 'infra:down': infraDown };
const sayOnStderr = (line) => process.stderr.write(`${line}\n`);

/**
 * Becomes the entry instead of starting it: one process has one set of signals and one exit code,
 * and a SIGKILL to it kills the product rather than a parent that leaves it running.
 */
function become(entry, args) {
  const path = join(dist, entry);
  if (!existsSync(path)) throw new Error(`${entry.replace(/\.js$/, '.ts')} does not exist`);
  process.setSourceMapsEnabled(true);
  process.argv = [process.argv[0], path, ...args];
  Module.runMain();
}

async function main([name, ...args]) {
  process.chdir(root);
  const command = entries[name];
  if (command) {
    await ensureReady(command.out);
    become(command.entry, args);
  } else if (name === 'start:distributed') {
    await ensureReady('stderr');
    process.exitCode = await startDistributed(sayOnStderr, args);
  } else if (infraCommands[name]) {
    process.exitCode = await infraCommands[name](sayOnStderr, args);
  } else if (toolCommands[name]) {
    await ensureReady('stdout');
    process.exitCode = await toolCommands[name](args);
  } else {
    throw new Error(`no such command: ${name}`);
  }
}

main(process.argv.slice(2)).catch((error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
