import { canInstall, installPackages } from '../toolchain/distribution.mjs';
import { onPath } from './on-path.mjs';

const missing = () => ['java', 'javac', 'mvn'].filter((name) => !onPath(name));

/** Whether Java and Maven are there; installs Debian's where we may. @returns {Promise<string[]>} names of what is missing */
export async function obtainJava(say) {
  if (missing().length === 0 || !canInstall()) return missing();
  say('installing Java and Maven from the distribution (apt-get)');
  await installPackages(['default-jdk-headless', 'maven']);
  return missing();
}
