import { causesFirst } from './causes-first';
import type { Committed } from './committed';

const id = (name: string) => `${name}_${'0'.repeat(26)}`;

function commit(name: string, version: number, time: string, causationId: string): Committed {
  const decided = [{ message: { id: `${id(name)}:${version}:1`, causationId }, envelope: { time } }];
  return { collection: 'test.doc', id: id(name), version, state: {}, decided } as unknown as Committed;
}

describe('commits in an order in which they may have happened', () => {
  it('puts causes before effects and versions in their order, and keeps to the time otherwise', () => {
    const asked = commit('pur', 1, '2', 'request');
    const held = commit('acc', 7, '2', `${id('pur')}:1:2`);
    const before = commit('acc', 6, '2', 'other');
    const first = commit('cal', 1, '1', 'request');
    const names = causesFirst([held, before, asked, first]).map(
      (change) => `${change.id.slice(0, 3)}:${change.version}`,
    );
    expect(names[0]).toBe('cal:1');
    expect(names.indexOf('pur:1')).toBeLessThan(names.indexOf('acc:7'));
    expect(names.indexOf('acc:6')).toBeLessThan(names.indexOf('acc:7'));
    expect(names).toHaveLength(4);
  });

  it('loses nothing where a cause is not known, as that of a request', () => {
    expect(causesFirst([commit('pur', 3, '1', `${id('gon')}:1:1`)])).toHaveLength(1);
  });
});
