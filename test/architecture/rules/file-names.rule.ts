import { posix } from 'node:path';
import { placeOf } from '../tree/places';
import type { Rule } from './rule';

const word = '[a-z0-9]+(-[a-z0-9]+)*';
const kebab = new RegExp(`^${word}(\\.${word})*\\.(ts|mjs)$`);
const withRole = new RegExp(`^${word}(\\.${word})+\\.ts$`);
/** They say that their author didn't know what is inside. */
const empty = /(^|[/.-])(utils?|helpers?|common|managers?|base)(?=[/.-])/;

function complaint(path: string): string | undefined {
  const name = posix.basename(path);
  if (empty.test(path)) return 'says nothing of what it holds';
  // React components bear their own names.
  if (placeOf(path).kind === 'portal') return undefined;
  if (!kebab.test(name)) return 'is not in kebab-case';
  const isFree = !path.startsWith('apps/') || name === 'index.ts' || name === 'main.ts' || path.includes('/domain/');
  return isFree || withRole.test(name) ? undefined : 'is not <use-case>.<role>.ts';
}

export const fileNames: Rule = {
  name: 'file-names',
  says: '<use-case>.<role>.ts in kebab-case, and no utils, helpers, common, manager or base',
  findings: ({ sources }) =>
    sources.flatMap(({ path }) => {
      const reason = complaint(path);
      return reason ? [`${path} ${reason}`] : [];
    }),
};
