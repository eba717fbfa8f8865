import { isTest, placeOf } from '../tree/places';
import type { Rule } from './rule';

/** kernel <- contracts <- store <- messaging <- http, runtime <- apps; `testing` stands beside them and sees them all. */
const heights: Readonly<Record<string, number>> = {
  kernel: 0,
  contracts: 1,
  store: 2,
  messaging: 3,
  http: 4,
  runtime: 4,
  testing: 5,
};

const appHeight = 6;

function heightOf(path: string): number {
  const { kind, name } = placeOf(path);
  return kind === 'lib' ? (heights[name] ?? appHeight) : appHeight;
}

function isAllowed(from: string, to: string): boolean {
  const [source, target] = [placeOf(from), placeOf(to)];
  if (source.kind === target.kind && source.name === target.name) return true;
  if (target.kind === 'lib' && target.name === 'testing')
    return isTest(from) || !['lib', 'service', 'standalone'].includes(source.kind);
  return source.kind === 'lib' ? target.kind === 'lib' && heightOf(to) <= heightOf(from) : true;
}

export const layers: Rule = {
  name: 'layers',
  says: 'kernel <- contracts <- store <- messaging <- http, runtime <- apps; only tests import testing',
  findings: ({ sources }) =>
    sources.flatMap(({ path, imports }) =>
      imports.flatMap(({ target }) => (target && !isAllowed(path, target) ? [`${path} imports ${target}`] : [])),
    ),
};
