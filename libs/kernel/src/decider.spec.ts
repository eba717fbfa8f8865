import { accept, decide, evolve, NOTHING, refuse, slice, type Aggregate } from './decider';

interface Count {
  readonly n: number;
}

const add = slice<Count, { by: number }>({
  command: 'add',
  decide: ({ by }, { n }) => (by === 0 ? NOTHING : n + by > 10 ? refuse('too-many', { left: 10 - n }) : accept({ type: 'test.added.v1', data: { by } })),
  evolve: { 'test.added.v1': (state, { by }: { by: number }) => ({ n: state.n + by }) },
});
const clear = slice<Count, object>({ command: 'clear', decide: () => accept({ type: 'test.cleared.v1', data: {} }), evolve: { 'test.cleared.v1': () => ({ n: 0 }) } });
const counter: Aggregate<Count> = { service: 'test', name: 'counter', prefix: 'cnt', schema: 1, initial: { n: 0 }, slices: [add, clear] };
const context = { id: 'cnt_1', at: '2026-09-01T00:00:00.000Z' };

describe('an aggregate made of slices', () => {
  it('decides each command by the slice that knows it', () => {
    expect(decide(counter, { type: 'add', data: { by: 3 } }, { n: 7 }, context)).toEqual({ ok: true, events: [{ type: 'test.added.v1', data: { by: 3 } }] });
    expect(decide(counter, { type: 'add', data: { by: 4 } }, { n: 7 }, context)).toEqual({ ok: false, refusal: { code: 'too-many', params: { left: 3 } } });
    expect(decide(counter, { type: 'add', data: { by: 0 } }, { n: 7 }, context)).toBe(NOTHING);
    expect(decide(counter, { type: 'clear', data: {} }, { n: 7 }, context)).toMatchObject({ ok: true });
  });

  it('takes a command that no slice knows for a programming error', () => {
    expect(() => decide(counter, { type: 'multiply', data: {} }, { n: 0 }, context)).toThrow('test.counter knows no command multiply');
  });

  it('evolves by events of its own, and is left as it is by others', () => {
    expect(evolve(counter, { n: 2 }, { type: 'test.added.v1', data: { by: 3 } })).toEqual({ n: 5 });
    expect(evolve(counter, { n: 2 }, { type: 'test.cleared.v1', data: {} })).toEqual({ n: 0 });
    const state = { n: 2 };
    expect(evolve(counter, state, { type: 'other.happened.v1', data: {} })).toBe(state);
  });

  it('leaves out the parameters of a refusal that has none', () => {
    expect(refuse('no')).toEqual({ ok: false, refusal: { code: 'no' } });
  });
});
