import { surveyClosed, surveyOpened } from '@salvatempo/contracts';
import { ProblemError } from '@salvatempo/http';
import { PASS_DEADLINE, type Accepted } from '@salvatempo/kernel';
import { given } from '@salvatempo/testing';
import { closeSurveySlice, endSurveySlice } from '../close-survey/close-survey.decider';
import { survey } from '../domain/survey';
import { poolIdOf } from '../domain/survey-pool';
import { counted, tallyOf, type Tally } from '../domain/survey-tally';
import { openSurveySlice } from '../open-survey/open-survey.decider';
import { questionnaireOf, questionnaireOn } from '../open-survey/questionnaire.table';
import { questionCounts } from '../read-surveys/survey.view';
import { answerSurveySlice } from './answer-survey.decider';
import { checkedAnswers } from './answers.check';

const surveys = { ...survey, slices: [openSurveySlice, answerSurveySlice, closeSurveySlice, endSurveySlice] };
const surveyId = 'svy_00000000000000000000000000';
const facts = { firmId: 'com_a', version: '2026-01', openedOn: '2026-09-01', closesOn: '2026-09-10', maxAnswers: 10, municipality: 'E648' };
const opened = surveyOpened.of({ surveyId, ...facts });
const answers = { family: ['elderly', 'under-three'], 'weekly-hours': ['under-five'] };
const answer = (attempt: string) => ({ type: 'answer-survey', data: { answers, attempt } });
const on = (day: string) => ({ at: `${day}T08:00:00.000Z` });
const tally = (many: number): Tally => Array.from({ length: many }, (_, n) => `attempt-${n}`).reduce((sum, attempt) => counted(sum, answers, attempt), { ...tallyOf(undefined), token: 'secret' });
const holding = (many: number, day = '2026-09-05') => ({ ...on(day), personal: tally(many) as never });

describe('a survey', () => {
  it('is opened with its link beside the state, and in no event', () => {
    given(surveys)
      .when({ type: 'open-survey', data: { ...facts, token: 'secret' } })
      .then({ events: [opened], personal: { token: 'secret', answers: 0, counts: {}, attempts: [] } });
  });

  it('counts an answer without an event, as sums in which nobody can be found', () => {
    const one = given(surveys, [opened]).when(answer('x'), holding(0));
    one.then({ events: [], personal: { token: 'secret', answers: 1, counts: { family: { elderly: 1, 'under-three': 1 }, 'weekly-hours': { 'under-five': 1 } }, attempts: ['x'] } });
    const { personal } = given(surveys, [opened]).when(answer('a'), holding(3)).decision as Accepted;
    expect(personal).toMatchObject({ answers: 4, counts: { family: { elderly: 4 } }, attempts: ['a', 'attempt-0', 'attempt-1', 'attempt-2'] });
  });

  it('counts the same attempt once', () => {
    const again = given(surveys, [opened]).when(answer('attempt-1'), holding(3));
    again.then([]);
    expect(again.decision).not.toHaveProperty('personal');
  });

  it('takes answers until its last day is over, and as many as there is room for', () => {
    given(surveys, [opened]).when(answer('x'), holding(0, '2026-09-11')).then({ code: 'survey-closed' });
    expect(given(surveys, [opened]).when(answer('x'), { ...holding(0), at: '2026-09-10T21:59:59.999Z' }).decision.ok).toBe(true);
    given(surveys, [opened]).when(answer('x'), { ...holding(0), at: '2026-09-10T22:00:00.000Z' }).then({ code: 'survey-closed' });
    given(surveys, [opened]).when(answer('x'), holding(10)).then({ code: 'survey-full' });
    given(surveys, [opened]).when(answer('attempt-3'), holding(10)).then([]);
  });

  const ended = (answers: number, closedOn: string, more: object = {}) => surveyClosed.of({ surveyId, firmId: 'com_a', closedOn, answers, ...more });

  it('is closed once, by its firm or its last day, and then forgets the attempts', () => {
    given(surveys, [opened]).when({ type: 'close-survey', data: {} }, holding(5)).then({ events: [ended(5, '2026-09-05')], personal: { ...tally(5), attempts: [] } });
    given(surveys, [opened, ended(5, '2026-09-05')]).when({ type: 'close-survey', data: {} }, holding(5)).then({ code: 'survey-closed' });
    given(surveys, [opened, ended(5, '2026-09-05')]).when(answer('x'), holding(5)).then({ code: 'survey-closed' });
    const pass = { type: PASS_DEADLINE, data: { deadlineAt: '2026-09-10T22:00:00.000Z' } };
    given(surveys, [opened]).when(pass, holding(7, '2026-09-10')).then([]);
    given(surveys, [opened]).when(pass, holding(7, '2026-09-11')).then([ended(7, '2026-09-11')]);
    expect(survey.deadline({ ...facts, surveyId, status: 'open' })).toBe('2026-09-10T22:00:00.000Z');
  });

  it('of fewer than five answers is to be read with others of its network, or else of its Comune', () => {
    const close = { type: 'close-survey', data: {} };
    given(surveys, [opened]).when(close, holding(4)).then([ended(4, '2026-09-05', { pool: { poolId: poolIdOf('comune', 'E648', '2026-01'), scope: 'comune' } })]);
    const inNetwork = surveyOpened.of({ ...opened.data, networkId: 'net_a' });
    given(surveys, [inNetwork]).when(close, holding(1)).then([ended(1, '2026-09-05', { pool: { poolId: poolIdOf('network', 'net_a', '2026-01'), scope: 'network' } })]);
    given(surveys, [inNetwork]).when(close, holding(0)).then([ended(0, '2026-09-05')]);
  });
});

describe('a questionnaire', () => {
  const today = questionnaireOn('2026-11-26')!;
  const right = today.questions.map(({ code, choices }) => ({ question: code, choices: [choices[0]!.code] }));
  const codesOf = (given: typeof right): unknown[] => {
    try {
      checkedAnswers(today, given);
      return [];
    } catch (error) {
      return (error as ProblemError).details!.errors!.map(({ code }) => code);
    }
  };

  it('has closed questions alone, each with a way to say nothing', () => {
    for (const { choices, kind } of today.questions) {
      expect(['one', 'many']).toContain(kind);
      expect(choices.map(({ code }) => code)).toContain('not-said');
      expect(new Set(choices.map(({ code }) => code)).size).toBe(choices.length);
    }
    expect(questionnaireOf('2026-01')).toBe(today);
    expect(() => questionnaireOf('1999-01')).toThrow('no version');
  });

  it('takes every question once, by choices that it has', () => {
    expect(codesOf(right)).toEqual([]);
    expect(codesOf(right.slice(1))).toEqual(['question-unanswered']);
    expect(codesOf([...right, right[0]!])).toEqual(['question-unanswered']);
    expect(codesOf([...right, { question: 'name', choices: ['x'] }])).toEqual(['question-unknown']);
    expect(codesOf(right.map((one) => ({ ...one, choices: ['toString'] })))).toEqual(today.questions.map(() => 'choice-wrong'));
    expect(codesOf(right.map((one) => ({ ...one, choices: [...one.choices, ...one.choices] })))).toEqual(today.questions.map(() => 'choice-wrong'));
    const two = right.map(({ question }) => ({ question, choices: today.questions.find(({ code }) => code === question)!.choices.slice(0, 2).map(({ code }) => code) }));
    expect(codesOf(two)).toEqual(today.questions.filter(({ kind }) => kind === 'one').map(() => 'choice-wrong'));
  });

  it('is read with every choice, those that nobody made too', () => {
    const [family] = questionCounts('2026-01', tally(6).counts);
    expect(family!.choices.map(({ code, count }) => [code, count])).toEqual([['under-three', 6], ['under-fourteen', 0], ['over-thirteen', 0], ['elderly', 6], ['nobody', 0], ['not-said', 0]]);
  });
});
