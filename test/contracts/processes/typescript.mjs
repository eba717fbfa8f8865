import { readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

// `node typescript.mjs file.ts` runs the sources as they are, so that a test's child process needs no build before it.
const require = createRequire(import.meta.url);
const root = resolve(import.meta.dirname, '../../..');
const swc = require('@swc/core');
const options = require(join(root, 'swc.config.cjs'));

Module._extensions['.ts'] = (module, filename) => {
  const { code } = swc.transformSync(readFileSync(filename, 'utf8'), { ...options, filename, sourceMaps: 'inline' });
  module._compile(code, filename);
};

const resolveFilename = Module._resolveFilename;
Module._resolveFilename = function (request, ...rest) {
  const [, name] = /^@salvatempo\/([\w-]+)$/.exec(request) ?? [];
  if (!name) return resolveFilename.call(this, request, ...rest);
  const [folder, inner] = name.startsWith('app-') ? ['apps', name.slice(4)] : ['libs', name];
  return join(root, folder, inner, 'src/index.ts');
};

process.argv.splice(1, 1, resolve(process.argv[2]));
process.argv.splice(2, 1);
Module._load(process.argv[1], null, true);
