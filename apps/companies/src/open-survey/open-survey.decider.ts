import { surveyOpened, type DataOf } from '@salvatempo/contracts';
import { accept, slice } from '@salvatempo/kernel';
import type { Survey } from '../domain/survey';
import { personalOfTally, tallyOf } from '../domain/survey-tally';

export interface OpenSurvey extends Omit<DataOf<typeof surveyOpened>, 'surveyId'> {
  /** The secret of the link: kept beside the state, and in no event. */
  readonly token: string;
}

/** Opens a survey among a firm's people, with the questions of the day. */
export const openSurveySlice = slice<Survey, OpenSurvey>({
  command: 'open-survey',
  decide({ token, ...facts }, state, { id }) {
    // Its id follows from the request, and a repeat of that never comes so far.
    if (state.status !== 'absent') throw new Error(`${id} is open already`);
    return { ...accept(surveyOpened.of({ ...facts, surveyId: id })), personal: personalOfTally({ ...tallyOf(undefined), token }) };
  },
  evolve: {
    [surveyOpened.type]: (_: Survey, facts: DataOf<typeof surveyOpened>): Survey => ({ ...facts, status: 'open' }),
  },
});
