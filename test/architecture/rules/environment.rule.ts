import { firstMatch } from '../tree/code-text';
import { isTest, placeOf } from '../tree/places';
import type { Rule } from './rule';

const patterns = [/\bprocess\s*(\?\.|\.)\s*env\b/, /\bprocess\s*\[\s*['"]env/, /\{[^}]*\benv\b[^}]*\}\s*=\s*process\b/];

function mayRead(path: string): boolean {
  const { kind, name } = placeOf(path);
  return kind === 'script' || kind === 'test' || name === 'runtime' || path === 'apps/portal/vite.config.ts';
}

export const environment: Rule = {
  name: 'environment',
  says: 'only libs/runtime reads the environment, where nonsense is refused with a clear message',
  findings: ({ sources }) =>
    sources.flatMap(({ path, text }) => {
      const found =
        mayRead(path) && !(isTest(path) && path.startsWith('apps/')) ? undefined : firstMatch(text, patterns);
      return found ? [`${path} says ${found}`] : [];
    }),
};
