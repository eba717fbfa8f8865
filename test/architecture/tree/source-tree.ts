import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import ts from 'typescript';
import { revealPlaceholders } from './placeholders';
import { trackedFiles } from './tracked-files';

export interface Import {
  readonly specifier: string;
  /** The imported file, where it is one of this tree. */
  readonly target?: string;
}

export interface SourceFile {
  /** From the root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly lineCount: number;
  readonly imports: readonly Import[];
}

export interface Tree {
  readonly sources: readonly SourceFile[];
  /** Every file that a reader of the repository sees. */
  readonly files: readonly string[];
  read(path: string): string | undefined;
  folders(path: string): readonly string[];
}

const sourceFolders = ['apps', 'libs', 'scripts', 'test'];
const leftOut = /(^|\/)(node_modules|dist|fixtures|generated)\//;

function walk(root: string, folder: string): string[] {
  const start = join(root, folder);
  if (!existsSync(start)) return [];
  return readdirSync(start, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

function targetOf(from: string, specifier: string, exists: (path: string) => boolean): string | undefined {
  const app = /^@salvatempo\/app-([\w-]+)(\/.*)?$/.exec(specifier);
  const lib = /^@salvatempo\/([\w-]+)(\/.*)?$/.exec(specifier);
  if (app) return `apps/${app[1]}/src${app[2] ?? '/index.ts'}`;
  if (lib) return `libs/${lib[1]}/src${lib[2] ?? '/index.ts'}`;
  if (!specifier.startsWith('.')) return undefined;
  const path = posix.normalize(posix.join(posix.dirname(from), specifier));
  const candidates = [`${path}.ts`, `${path}.tsx`, `${path}/index.ts`, path.replace(/\.js$/, '.ts'), path];
  return candidates.find(exists) ?? path;
}

function importsOf(path: string, text: string, exists: (path: string) => boolean): Import[] {
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => {
    const target = targetOf(path, fileName, exists);
    return target === undefined ? { specifier: fileName } : { specifier: fileName, target };
  });
}

/** @param isFixture a fixture's folder isn't a repository, and spells some texts with placeholders. */
export function loadTree(root: string, isFixture = false): Tree {
  const exists = (path: string) => existsSync(join(root, path));
  const read = (path: string) => {
    if (!exists(path)) return undefined;
    const text = readFileSync(join(root, path), 'utf8');
    return isFixture ? revealPlaceholders(text) : text;
  };
  const paths = sourceFolders.flatMap((folder) => walk(root, folder));
  const sources = paths
    .filter((path) => /\.(tsx?|mjs)$/.test(path) && !leftOut.test(path))
    .map((path) => {
      const text = read(path) ?? '';
      return { path, text, lineCount: text.split('\n').length - 1, imports: importsOf(path, text, exists) };
    });
  const folders = (path: string) =>
    exists(path)
      ? readdirSync(join(root, path), { withFileTypes: true }).flatMap((e) => (e.isDirectory() ? [e.name] : []))
      : [];
  return { sources, files: isFixture ? walk(root, '.') : trackedFiles(root), read, folders };
}
