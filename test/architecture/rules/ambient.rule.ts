import { firstMatch } from '../tree/code-text';
import { placeOf } from '../tree/places';
import type { Rule } from './rule';

/** The check is by text, whoever the method belongs to: ports name theirs otherwise (clock.now, timers.after). */
const patterns = [
  /\bDate\s*\.\s*now\b/,
  /\bnew\s+Date\s*(\(\s*\)|(?=[;,)\]}]))/,
  /\bMath\s*\.\s*random\b/,
  /\bset(Timeout|Interval|Immediate)\b/,
  /\bperformance\s*\.\s*now\b/,
  /\bprocess\s*\.\s*hrtime\b/,
  /\bTemporal\s*\.\s*Now\b/,
  /\brandom(UUID|Bytes|Int|FillSync|Fill)\b/,
  /\bgetRandomValues\b/,
  /['"](node:)?timers(\/promises)?['"]/,
];

function isBound(path: string): boolean {
  const { kind, name } = placeOf(path);
  return !['script', 'test', 'portal'].includes(kind) && name !== 'runtime' && name !== 'testing';
}

export const ambient: Rule = {
  name: 'ambient',
  says: 'no clock, chance or timer outside runtime and testing: the simulation replays them from a seed',
  findings: ({ sources }) =>
    sources.flatMap(({ path, text }) => {
      const found = isBound(path) ? firstMatch(text, patterns) : undefined;
      return found ? [`${path} says ${found}`] : [];
    }),
};
