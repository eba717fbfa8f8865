import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommand } from '../toolchain/child-process.mjs';
import { InfraMissingError } from './infra-missing.mjs';
import { onPath } from './on-path.mjs';
import { cacheFolder } from './places.mjs';
import { startServer } from './server-process.mjs';

const MODULE = 'github.com/FerretDB/FerretDB/v2';
const VERSION = 'v2.7.0';
const SOURCE = fileURLToPath(new URL('./FerretDb.go', import.meta.url));

const folder = join(cacheFolder, `ferretdb-${VERSION}`);
const program = join(folder, 'ferretdb');

export const hasFerretDb = () => existsSync(program);

/** Before anything is fetched. Throws InfraMissingError. */
export function assertGo() {
  if (!onPath('go')) throw new InfraMissingError("FerretDB can't be had: go not found. Install Go 1.25 or newer.");
}

/** The compiled program, built once with Go; its modules come from wherever this machine's Go takes them. Throws InfraMissingError. */
export async function obtainFerretDb(say) {
  if (hasFerretDb()) return program;
  assertGo();
  say(`building FerretDB ${VERSION} with Go`);
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  copyFileSync(SOURCE, join(unfinished, 'main.go'));
  writeFileSync(join(unfinished, 'go.mod'), `module salvatempo/ferretdb\n\ngo 1.25\n\nrequire ${MODULE} ${VERSION}\n`);
  const env = { ...process.env, GOFLAGS: [process.env.GOFLAGS, '-mod=mod'].filter(Boolean).join(' ') };
  const code = await runCommand('go', ['build', '-C', unfinished, '-o', 'ferretdb', '.'], { out: 'stderr', env });
  if (code !== 0) throw new InfraMissingError(`FerretDB can't be had: Go could not fetch or build ${MODULE} ${VERSION} (the reason stands above).`);
  renameSync(unfinished, folder);
  return program;
}

/** Speaks MongoDB's protocol on a port of loopback, for whatever PostgreSQL with the extension is on the other one. */
export async function startFerretDb(state, say, { port, postgresPort, detached = false }) {
  mkdirSync(state, { recursive: true });
  const args = [`127.0.0.1:${port}`, `postgres://postgres@127.0.0.1:${postgresPort}/postgres`, state];
  return startServer('FerretDB', await obtainFerretDb(say), args, { port, logFile: join(state, 'ferretdb.log'), detached });
}
