import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { filesUnder, root } from '../toolchain/repository.mjs';
import { compose } from './compose.mjs';
import { kubernetes } from './kubernetes.mjs';

const HEAD = '# Made by `npm run generate` from scripts/deployment; a change here would be lost.\n';
const textOf = (documents) => HEAD + documents.map((document) => stringify(document, { lineWidth: 0, aliasDuplicateObjects: false })).join('---\n');

/** Consumer groups of a service, as its classes name them. */
export function groupsOf(service) {
  const texts = filesUnder(`apps/${service}/src`, (file) => file.endsWith('.ts')).map((file) => readFileSync(join(root, file), 'utf8'));
  return [...new Set(texts.flatMap((text) => [...text.matchAll(/^@Consumer\('([^']+)'\)/gm)].map(([, group]) => group)))].sort();
}

/** The files by which the product is deployed. @returns {Map<string, string>} path to text */
export function deploymentFiles() {
  const files = new Map([['docker-compose.yml', textOf([compose()])]]);
  for (const [name, documents] of kubernetes(groupsOf)) files.set(`deploy/kubernetes/${name}`, textOf(documents));
  return files;
}
