import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../toolchain/child-process.mjs';
import { cacheFolder } from './places.mjs';

const dependency = (coordinates) => {
  const [groupId, artifactId, version] = coordinates.split(':');
  return `<dependency><groupId>${groupId}</groupId><artifactId>${artifactId}</artifactId><version>${version}</version></dependency>`;
};

const pomOf = (coordinates) => `<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>salvatempo</groupId>
  <artifactId>infra</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>${coordinates.map(dependency).join('')}</dependencies>
</project>
`;

/**
 * The folder of these artifacts and all that they need, from Maven Central (or the mirror of Maven's own settings), fetched once.
 * @param {string} name with the version, since another one is another folder
 * @param {string[]} coordinates `group:artifact:version`
 */
export async function obtainJars(name, coordinates, say) {
  const folder = join(cacheFolder, name);
  if (existsSync(folder)) return folder;
  say(`fetching ${coordinates.join(', ')} with Maven`);
  // Complete or not there at all: a fetch that was cut off is begun again.
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  const pom = join(unfinished, 'pom.xml');
  writeFileSync(pom, pomOf(coordinates));
  const code = await runCommand('mvn', ['-q', '-B', '-f', pom, 'dependency:copy-dependencies', `-DoutputDirectory=${unfinished}`], { out: 'stderr' });
  if (code !== 0) throw new Error(`Maven could not fetch ${coordinates.join(', ')}`);
  renameSync(unfinished, folder);
  return folder;
}
