import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, posix, relative } from 'node:path';
import { dist, filesUnder, hashOfFile, hashOfFiles, readJson, root } from './repository.mjs';

const manifestFile = join(dist, '.backend.json');
const assets = /\.(json|hbs|sql|html|css|txt|svg|csv|ttf)$/;
const leftOut = /^apps\/portal\/|^test\/(architecture|browser)\/|\.(spec|fixture|d)\.ts$|(^|\/)fixtures\//;

function isSource(file) {
  return !leftOut.test(file) && (file.endsWith('.ts') || assets.test(file));
}

/** The compiler's own settings and version are sources too: another swc may emit other code. */
function compilerHash() {
  return hashOfFiles(['package-lock.json', 'swc.config.cjs', 'scripts/toolchain/compile-backend.mjs']);
}

export function backendSources() {
  // The dated tables of law are read by the services that apply them.
  return ['apps', 'libs', 'scripts', 'test', 'docs/rules'].flatMap((folder) => filesUnder(folder, isSource));
}

const outputOf = (file) => join(dist, file.replace(/\.ts$/, '.js'));

/** What is new, changed or gone since the last build, by content. */
export function backendChanges() {
  const compiler = compilerHash();
  const before = readJson(manifestFile, { files: {} });
  const known = before.compiler === compiler ? before.files : {};
  const files = Object.fromEntries(backendSources().map((file) => [file, hashOfFile(file)]));
  const changed = Object.keys(files).filter((file) => known[file] !== files[file] || !existsSync(outputOf(file)));
  const gone = Object.keys(before.files).filter((file) => !(file in files));
  return { compiler, files, changed, gone, isStale: changed.length + gone.length > 0 };
}

/** Aliases become relative paths, so that dist runs with plain node and can be copied anywhere. */
function withRelativeRequires(code, file) {
  return code.replace(/\b(require|import)\((["'])@salvatempo\/([\w-]+)\2\)/g, (_, call, quote, name) => {
    const target = name.startsWith('app-') ? `apps/${name.slice(4)}/src/index.js` : `libs/${name}/src/index.js`;
    const path = posix.relative(posix.dirname(file), target);
    return `${call}(${quote}${path.startsWith('.') ? path : `./${path}`}${quote})`;
  });
}

function writeWhole(path, content) {
  const partial = `${path}.${process.pid}.partial`;
  writeFileSync(partial, content);
  renameSync(partial, path);
}

async function compile(swc, options, file) {
  const output = outputOf(file);
  mkdirSync(dirname(output), { recursive: true });
  if (!file.endsWith('.ts')) return copyFileSync(join(root, file), output);
  const sourceFileName = relative(dirname(output), join(root, file));
  const { code, map } = await swc.transformFile(join(root, file), { ...options, sourceMaps: true, sourceFileName });
  writeWhole(`${output}.map`, map);
  writeWhole(output, `${withRelativeRequires(code, file)}\n//# sourceMappingURL=${basename(output)}.map\n`);
}

export async function compileBackend(say) {
  const { compiler, files, changed, gone, isStale } = backendChanges();
  if (!isStale) return;
  const require = createRequire(import.meta.url);
  const swc = require('@swc/core');
  const options = require('../../swc.config.cjs');
  for (const file of gone) for (const end of ['', '.map']) rmSync(outputOf(file) + end, { force: true });
  await Promise.all(changed.map((file) => compile(swc, options, file)));
  writeWhole(manifestFile, JSON.stringify({ compiler, files }));
  say(`compiled ${changed.length} of ${Object.keys(files).length} files`);
}
