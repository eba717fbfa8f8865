import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { allRules } from './rules/all-rules';
import { loadTree } from './tree/source-tree';

const fixtures = join(__dirname, 'fixtures');

describe('the repository', () => {
  const tree = loadTree(resolve(__dirname, '../..'));

  it('is seen by the rules', () => {
    expect(tree.sources.map(({ path }) => path)).toContain('test/architecture/architecture.spec.ts');
  });

  it.each(allRules.map((rule) => [rule.name, rule] as const))('keeps %s', (_name, rule) => {
    expect(rule.findings(tree)).toEqual([]);
  });
});

describe('a rule that could not fail would prove nothing', () => {
  it('each rule has a fixture, and each fixture a rule', () => {
    expect(readdirSync(fixtures).sort()).toEqual(allRules.map(({ name }) => name).sort());
  });

  it.each(allRules.map((rule) => [rule.name, rule] as const))(
    '%s is broken by its fixture, and it alone',
    (name, rule) => {
      const tree = loadTree(join(fixtures, name), true);
      expect(rule.findings(tree)).not.toEqual([]);
      const others = allRules.filter((other) => other !== rule).flatMap((other) => other.findings(tree));
      expect(others).toEqual([]);
    },
  );
});
