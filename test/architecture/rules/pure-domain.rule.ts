import { isTest } from '../tree/places';
import type { SourceFile, Tree } from '../tree/source-tree';
import type { Rule } from './rule';

const pureLibs = ['libs/kernel/src/index.ts', 'libs/contracts/src/index.ts'];

function isDomain({ path }: SourceFile): boolean {
  return /^(apps|libs)\//.test(path) && /\/domain\/|[\w-]\.decider\.ts$/.test(path) && !isTest(path);
}

/** A relative import must be pure in its turn, or the clock would come in by a detour. */
function impurities(tree: Tree, file: SourceFile, seen: Set<string>): string[] {
  if (seen.has(file.path)) return [];
  seen.add(file.path);
  return file.imports.flatMap(({ specifier, target }) => {
    if (target !== undefined && pureLibs.includes(target)) return [];
    const next = specifier.startsWith('.') ? tree.sources.find(({ path }) => path === target) : undefined;
    return next ? impurities(tree, next, seen) : [`${file.path} imports ${specifier}`];
  });
}

export const pureDomain: Rule = {
  name: 'pure-domain',
  says: 'domain/** and *.decider.ts import kernel, contracts and pure files beside them: no Nest, no driver, no package',
  findings: (tree) => {
    const seen = new Set<string>();
    return tree.sources.filter(isDomain).flatMap((file) => impurities(tree, file, seen));
  },
};
