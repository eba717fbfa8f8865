import { surveyPooled, surveyPoolSealed } from '@salvatempo/contracts';
import { given, replay } from '@salvatempo/testing';
import { groupOf, hidesEach, surveyPool } from '../domain/survey-pool';
import { poolSurveySlice } from './pool-survey.decider';

const pools = { ...surveyPool, slices: [poolSurveySlice] };
const poolId = 'spl_00000000000000000000000000';
const survey = (name: string, firm: string, answers: number) => ({ surveyId: `svy_${name}`, firmId: `com_${firm}`, answers });
const pool = (...args: Parameters<typeof survey>) => ({ type: 'pool-survey', data: survey(...args) });
const pooled = (...args: Parameters<typeof survey>) => surveyPooled.of({ poolId, ...survey(...args) });
const sealed = (...names: string[]) => surveyPoolSealed.of({ poolId, surveyIds: names.map((name) => `svy_${name}`) });

describe('small surveys', () => {
  it.each([
    [[], false],
    [[['a', 'a', 4]], false],
    [[['a', 'a', 4], ['b', 'b', 4]], false],
    [[['a', 'a', 3], ['b', 'b', 3], ['c', 'c', 2]], true],
    [[['a', 'a', 4], ['b', 'b', 4], ['c', 'c', 1]], true],
    [[['a', 'a', 4], ['b', 'a', 4], ['c', 'a', 4], ['d', 'b', 4]], false],
    [[['a', 'a', 4], ['b', 'a', 4], ['c', 'b', 4], ['d', 'c', 1]], true],
  ] as const)('%j may be read together: %s', (surveys, expected) => {
    expect(hidesEach(surveys.map(([name, firm, answers]) => survey(name, firm, answers)))).toBe(expected);
  });

  it('wait until whoever takes off their own still sees five others', () => {
    given(pools).when(pool('a', 'a', 4)).then([pooled('a', 'a', 4)]);
    given(pools, [pooled('a', 'a', 4)]).when(pool('b', 'b', 4)).then([pooled('b', 'b', 4)]);
    given(pools, [pooled('a', 'a', 4), pooled('b', 'b', 4)]).when(pool('c', 'c', 1)).then([pooled('c', 'c', 1), sealed('a', 'b', 'c')]);
  });

  it('once read together stay as they are: the next ones wait for others', () => {
    const past = [pooled('a', 'a', 4), pooled('b', 'b', 4), pooled('c', 'c', 1), sealed('a', 'b', 'c')];
    given(pools, past).when(pool('d', 'd', 4)).then([pooled('d', 'd', 4)]);
    given(pools, past).when(pool('a', 'a', 4)).then([]);
    const state = replay(pools, [...past, pooled('d', 'd', 4)]);
    expect(groupOf(state, 'svy_b')).toEqual(['svy_a', 'svy_b', 'svy_c']);
    expect(groupOf(state, 'svy_d')).toBeUndefined();
  });

  it('of one firm wait ten at most', () => {
    const ten = Array.from({ length: 10 }, (_, n) => pooled(`n${n}`, 'a', 1));
    given(pools, ten).when(pool('one-more', 'a', 1)).then([]);
  });
});
