import { createHash } from 'node:crypto';
import type { Aggregate } from '@salvatempo/kernel';
import { Auditor } from './auditor';
import { chainRule } from './chain.rule';
import type { Committed, Decided } from './committed';
import { oneEffectRule } from './one-effect.rule';

const counter: Aggregate<{ count: number }> = {
  service: 'test',
  name: 'counter',
  prefix: 'cnt',
  schema: 1,
  initial: { count: 0 },
  slices: [
    {
      command: 'count',
      decide: () => ({ ok: true, events: [] }),
      evolve: { 'test.counted.v1': ({ count }: { count: number }) => ({ count: count + 1 }) },
    },
  ],
};
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

/** One event of the counter's chain. */
function counted(sequence: number, causationId: string, previoushash = ''): Decided {
  const envelope = { type: 'test.counted.v1', data: {}, sequence, ...(previoushash === '' ? {} : { previoushash }) };
  const body = JSON.stringify(envelope);
  return {
    envelope,
    message: { id: `cnt_a:${sequence}:1`, topic: 't', key: 'cnt_a', sequence, causationId, body },
  } as unknown as Decided;
}

const change = (version: number, count: number, ...decided: Decided[]): Committed => ({
  collection: 'test.counter',
  id: 'cnt_a',
  version,
  head: { sequence: version, hash: hashOf(decided.at(-1)!.message.body) },
  state: { count },
  decided,
});
const first = counted(1, 'm1');
const second = (causationId: string) => counted(2, causationId, hashOf(first.message.body));

const findingsOf = (...changes: Committed[]) => {
  const auditor = new Auditor([chainRule([counter as never]), oneEffectRule()]);
  for (const one of changes) auditor.committed(one);
  return auditor.all.map(({ rule }) => rule);
};

describe('the invariants of every aggregate', () => {
  it('hold for a chain of events and the state that they make', () => {
    expect(findingsOf(change(1, 1, first), change(2, 2, second('m2')))).toEqual([]);
  });

  it('see a message that took effect twice', () => {
    expect(findingsOf(change(1, 1, first), change(2, 2, second('m1')))).toEqual(['one-effect']);
  });

  it('see a state that is not what its events make', () => {
    expect(findingsOf(change(1, 2, first))).toEqual(['state-is-its-events']);
  });

  it('see a lost commit, and a changed event', () => {
    expect(findingsOf(change(2, 1, first))).toContain('chain');
    expect(findingsOf(change(1, 1, first), change(2, 2, counted(2, 'm2', hashOf('other'))))).toContain('chain');
  });

  it('see an aggregate that nobody knows', () => {
    expect(findingsOf({ ...change(1, 1, first), collection: 'test.ghost' })).toEqual(['chain']);
  });
});
