import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../toolchain/child-process.mjs';
import { canInstall, installPackages } from '../toolchain/distribution.mjs';
import { machinesMirror } from './apt-mirror.mjs';
import { InfraMissingError } from './infra-missing.mjs';
import { insideDebian } from './inside-debian.mjs';
import { onPath } from './on-path.mjs';
import { cacheFolder } from './places.mjs';

/** The release that carries the extension. It moves, so what worked last month may not work today. */
const RELEASE = 'forky';
const PACKAGE = 'postgresql-18-documentdb';
/** Any release of Debian is made alike; older debootstraps don't know this one's name. */
const RECIPE = '/usr/share/debootstrap/scripts/sid';

const system = join(cacheFolder, `debian-${RELEASE}-documentdb`);

export const hasDebian = () => existsSync(system);

/**
 * The folder of a small Debian with PostgreSQL and the extension documentdb in it, made once: a minute or two and 0.7 GB.
 * Throws InfraMissingError, which names the step that failed.
 */
export async function obtainDebian(say) {
  if (hasDebian()) return system;
  await assertPossible();
  const mirror = machinesMirror();
  if (!mirror) throw missing("no Debian mirror found in the machine's apt sources");
  // Complete or not there at all: one that was cut off is begun again.
  const unfinished = `${system}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(cacheFolder, { recursive: true });
  say(`making a Debian ${RELEASE} in ${unfinished} (debootstrap)`);
  await step(`debootstrap could not make a Debian ${RELEASE} from the machine's mirror`, 'debootstrap', ['--variant=minbase', RELEASE, unfinished, mirror, RECIPE]);
  say(`installing ${PACKAGE} in it (apt-get)`);
  await installInside(unfinished);
  renameSync(unfinished, system);
  return system;
}

async function installInside(unfinished) {
  prepare(unfinished);
  const data = `${unfinished}.data`;
  mkdirSync(data, { recursive: true });
  const apt = (...args) => step(`${PACKAGE} could not be installed from ${RELEASE}`, ...insideDebian({ system: unfinished, data }, 'env', 'DEBIAN_FRONTEND=noninteractive', 'LC_ALL=C', 'apt-get', '-qq', ...args));
  await apt('update');
  await apt('install', '-y', '--no-install-recommends', PACKAGE);
  await apt('clean');
  rmSync(data, { recursive: true, force: true });
}

/** It fetches as the machine does, makes no database by itself, and starts nothing. */
function prepare(folder) {
  const fetching = spawnSync('apt-config', ['dump', '--no-empty', 'Acquire'], { encoding: 'utf8' }).stdout ?? '';
  writeFileSync(join(folder, 'etc/apt/apt.conf.d/90as-the-machine'), fetching);
  if (existsSync('/etc/hosts')) copyFileSync('/etc/hosts', join(folder, 'etc/hosts'));
  mkdirSync(join(folder, 'etc/postgresql-common'), { recursive: true });
  writeFileSync(join(folder, 'etc/postgresql-common/createcluster.conf'), 'create_main_cluster = false\n');
  writeFileSync(join(folder, 'usr/sbin/policy-rc.d'), '#!/bin/sh\nexit 101\n', { mode: 0o755 });
}

/** Before anything is fetched: whether a Debian can be made here and entered. */
async function assertPossible() {
  if (!canInstall()) throw missing('it needs root on a Debian-like machine (a Debian is made in a folder and entered with chroot)');
  if (!onPath('debootstrap')) await installPackages(['debootstrap']);
  const absent = ['debootstrap', 'unshare', 'mount', 'chroot'].filter((name) => !onPath(name));
  if (absent.length > 0) throw missing(`${absent.join(', ')} not found`);
  const { status, stderr } = spawnSync('unshare', ['--mount', '--propagation', 'private', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { encoding: 'utf8' });
  if (status !== 0) throw missing(`this machine lets nobody mount anything (${stderr.trim()})`);
}

/** A mirror that doesn't answer is one that isn't there. */
const STEP_WITHIN_S = '180';

async function step(failure, command, args) {
  const code = await runCommand('timeout', [STEP_WITHIN_S, command, ...args], { quiet: true });
  if (code !== 0) throw missing(`${failure} (exit code ${code}; the reason stands above)`);
}

const missing = (what) => new InfraMissingError(`DocumentDB can't be had: ${what}.`);
