import type { Tree } from '../tree/source-tree';
import type { Rule } from './rule';

/** Depth first, with the way so far: coming back to a file on it closes a cycle. */
function cycles({ sources }: Tree): string[] {
  const targets = new Map(sources.map(({ path, imports }) => [path, imports.flatMap(({ target }) => target ?? [])]));
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, way: readonly string[]): void => {
    const from = way.indexOf(path);
    if (from >= 0) found.push([...way.slice(from), path].join(' -> '));
    if (from >= 0 || done.has(path)) return;
    for (const next of targets.get(path) ?? []) visit(next, [...way, path]);
    done.add(path);
  };
  for (const path of targets.keys()) visit(path, []);
  return found;
}

export const noCycles: Rule = {
  name: 'no-cycles',
  says: 'no file imports itself by way of others',
  findings: cycles,
};
