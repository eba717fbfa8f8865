import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './child-process.mjs';
import { hashOfFile, root } from './repository.mjs';

// Inside node_modules, so that removing the folder removes the stamp with it.
const stampFile = join(root, 'node_modules/.salvatempo-lock');

export function packagesAreStale() {
  return !existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== hashOfFile('package-lock.json');
}

/** npm's own script where npm started us: the same npm, and no search on the PATH. */
function npmCommand() {
  const script = process.env.npm_execpath;
  return script?.endsWith('.js') ? [process.execPath, script] : [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
}

export async function installPackages(say, out) {
  if (!packagesAreStale()) return;
  say('installing packages (npm ci), a minute or so');
  const [command, ...first] = npmCommand();
  // A caller with NODE_ENV=production still needs the compiler and the bundler.
  const code = await runCommand(command, [...first, 'ci', '--include=dev', '--no-audit', '--no-fund'], { out });
  if (code !== 0) throw new Error(`npm ci ended with code ${code}`);
  writeFileSync(stampFile, hashOfFile('package-lock.json'));
}
