import { surveyPooled, surveyPoolSealed, type DataOf } from '@salvatempo/contracts';
import { accept, NOTHING, slice } from '@salvatempo/kernel';
import { groupOf, hidesEach, type SurveyPool, type Waiting } from '../domain/survey-pool';

export type PoolSurvey = Waiting;

/** Surveys of one firm that wait at a time: more of them bring nobody else's answers nearer. */
const MAX_WAITING_OF_FIRM = 10;

/** Takes in a survey of too few answers, and makes a group of those that wait as soon as it hides each of them. */
export const poolSurveySlice = slice<SurveyPool, PoolSurvey>({
  command: 'pool-survey',
  decide({ surveyId, firmId, answers }, state, { id }) {
    if (groupOf(state, surveyId) || state.waiting.some((one) => one.surveyId === surveyId)) return NOTHING;
    if (state.waiting.filter((one) => one.firmId === firmId).length >= MAX_WAITING_OF_FIRM) return NOTHING;
    const all = [...state.waiting, { surveyId, firmId, answers }];
    const pooled = surveyPooled.of({ poolId: id, surveyId, firmId, answers });
    return hidesEach(all) ? accept(pooled, surveyPoolSealed.of({ poolId: id, surveyIds: all.map((one) => one.surveyId) })) : accept(pooled);
  },
  evolve: {
    [surveyPooled.type]: (state: SurveyPool, { surveyId, firmId, answers }: DataOf<typeof surveyPooled>): SurveyPool => ({ ...state, waiting: [...state.waiting, { surveyId, firmId, answers }] }),
    [surveyPoolSealed.type]: (state: SurveyPool, { surveyIds }: DataOf<typeof surveyPoolSealed>): SurveyPool => ({
      waiting: state.waiting.filter(({ surveyId }) => !surveyIds.includes(surveyId)),
      groups: [...state.groups, surveyIds],
    }),
  },
});
