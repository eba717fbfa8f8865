import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../toolchain/repository.mjs';
import { deploymentFiles } from './files.mjs';

/** Writes the deployment files; with `--check`, says which aren't as they would be written, and exits 1. */
const isCheck = process.argv.includes('--check');
const read = (path) => {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return undefined;
  }
};

for (const [path, text] of deploymentFiles()) {
  if (read(path) === text) continue;
  if (isCheck) {
    process.stdout.write(`${path} is out of date: npm run generate\n`);
    process.exitCode = 1;
  } else {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    process.stdout.write(`wrote ${path}\n`);
  }
}
