import { existsSync } from 'node:fs';
import { runCommand } from './child-process.mjs';

/** Whether we may install packages of a Debian-like distribution here. */
export const canInstall = () => process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');

/** Installs them, or doesn't: whoever needs them looks whether they are there. */
export async function installPackages(names) {
  const options = { quiet: true, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  await runCommand('apt-get', ['update', '-qq'], options);
  await runCommand('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], options);
}
