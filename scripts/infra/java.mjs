import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runCommand } from '../toolchain/child-process.mjs';

const onPath = (name) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file));

const canInstall = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
const missing = () => ['java', 'javac', 'mvn'].filter((name) => !onPath(name));

/** Whether Java and Maven are there; installs Debian's where we may. @returns {Promise<string[]>} names of what is missing */
export async function obtainJava(say) {
  if (missing().length === 0 || !canInstall()) return missing();
  say('installing Java and Maven from the distribution (apt-get)');
  const options = { quiet: true, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  await runCommand('apt-get', ['update', '-qq'], options);
  await runCommand('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'default-jdk-headless', 'maven'], options);
  return missing();
}
