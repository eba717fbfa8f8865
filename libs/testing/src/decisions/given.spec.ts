import { accept, refuse, slice, type Aggregate } from '@salvatempo/kernel';
import { given } from './given';

interface Lamp {
  readonly lit: boolean;
}
const lamp: Aggregate<Lamp> = {
  service: 'house',
  name: 'lamp',
  prefix: 'lmp',
  schema: 1,
  initial: { lit: false },
  slices: [
    slice<Lamp, { by: string }>({
      command: 'light',
      decide: ({ by }, state) =>
        state.lit
          ? refuse('lit-already')
          : {
              ...accept({ type: 'house.lamp-lit.v1', data: { by } }),
              commands: [{ type: 'house.ring.v1', to: 'bel_1', data: {} }],
            },
      evolve: { 'house.lamp-lit.v1': () => ({ lit: true }) },
    }),
  ],
};
const lit = { type: 'house.lamp-lit.v1', data: { by: 'anna' } };
const light = { type: 'light', data: { by: 'anna' } };

describe('given, when, then', () => {
  it('compares events, commands and the state after them', () => {
    given(lamp).when(light).then([lit]);
    given(lamp)
      .when(light)
      .then({ events: [lit], commands: [{ type: 'house.ring.v1', to: 'bel_1', data: {} }] });
    given(lamp).when(light).thenState({ lit: true });
  });

  it('compares a refusal', () => given(lamp, [lit]).when(light).then({ code: 'lit-already' }));

  it('fails for another event, a missing command, another refusal and a refusal instead of events', () => {
    expect(() => given(lamp).when(light).then([])).toThrow();
    expect(() =>
      given(lamp)
        .when(light)
        .then({ events: [lit], commands: [] }),
    ).toThrow();
    expect(() => given(lamp, [lit]).when(light).then({ code: 'broken' })).toThrow();
    expect(() => given(lamp, [lit]).when(light).then([lit])).toThrow();
    expect(() => given(lamp).when(light).thenState({ lit: false })).toThrow();
  });
});
