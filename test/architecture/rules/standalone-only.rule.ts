import { placeOf } from '../tree/places';
import type { Rule } from './rule';

const door = /^apps\/[\w-]+\/src\/index\.ts$/;

function isAllowed(from: string, to: string): boolean {
  const [source, target] = [placeOf(from), placeOf(to)];
  // services-apart and layers speak for those two; tests see everything.
  if (source.name === target.name || ['service', 'lib', 'test'].includes(source.kind)) return true;
  if (source.kind === 'standalone') return door.test(to);
  return source.kind === 'script' && target.kind === 'standalone';
}

export const standaloneOnly: Rule = {
  name: 'standalone-only',
  says: 'only standalone imports services, and only their src/index.ts',
  findings: ({ sources }) =>
    sources.flatMap(({ path, imports }) =>
      imports.flatMap(({ target }) =>
        target?.startsWith('apps/') && !isAllowed(path, target) ? [`${path} imports ${target}`] : [],
      ),
    ),
};
