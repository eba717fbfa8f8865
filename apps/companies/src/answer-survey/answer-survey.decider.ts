import { keepAside, NOTHING, refuse, romeDate, slice } from '@salvatempo/kernel';
import type { Survey } from '../domain/survey';
import { counted, personalOfTally, tallyOf, type Answers } from '../domain/survey-tally';

export interface AnswerSurvey {
  /** Found right by the questionnaire. */
  readonly answers: Answers;
  /** A digest that tells a repeat of the same attempt, and nothing else. */
  readonly attempt: string;
}

/**
 * Counts an answer. There is no event of it: an event has a time and a place among others, and by these somebody could tell who
 * answered what. What stays are sums.
 */
export const answerSurveySlice = slice<Survey, AnswerSurvey>({
  command: 'answer-survey',
  decide({ answers, attempt }, state, { id, at, personal }) {
    if (state.status === 'absent') throw new Error(`${id} is no survey`);
    const tally = tallyOf(personal);
    if (tally.attempts.includes(attempt)) return NOTHING;
    if (state.status === 'closed' || romeDate(at) > state.closesOn) return refuse('survey-closed');
    if (tally.answers >= state.maxAnswers) return refuse('survey-full');
    return keepAside(personalOfTally(counted(tally, answers, attempt)));
  },
});
