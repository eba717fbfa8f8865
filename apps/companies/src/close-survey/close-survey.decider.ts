import { surveyClosed, type DataOf } from '@salvatempo/contracts';
import { accept, NOTHING, PASS_DEADLINE, refuse, romeDate, slice, type Accepted, type DecisionContext, type Instant } from '@salvatempo/kernel';
import { LEAST_ANSWERS, type KnownSurvey, type Survey } from '../domain/survey';
import { poolIdOf, type PoolScope } from '../domain/survey-pool';
import { personalOfTally, tallyOf } from '../domain/survey-tally';

export type CloseSurvey = object;

/** Ends a survey: from now on it is read, alone or with others. */
export const closeSurveySlice = slice<Survey, CloseSurvey>({
  command: 'close-survey',
  decide(_, state, context) {
    if (state.status === 'absent') throw new Error(`${context.id} is no survey`);
    return state.status === 'closed' ? refuse('survey-closed') : close(state, context);
  },
  evolve: {
    [surveyClosed.type]: (state: Survey, { closedOn, answers, pool }: DataOf<typeof surveyClosed>): Survey => {
      const known = state as KnownSurvey;
      return { ...known, status: 'closed', closedOn, answers, ...(pool === undefined ? {} : { pool }) };
    },
  },
});

/** The last day is over. */
export const endSurveySlice = slice<Survey, { readonly deadlineAt: Instant }>({
  command: PASS_DEADLINE,
  decide: (_, state, context) => (state.status === 'open' && romeDate(context.at) > state.closesOn ? close(state, context) : NOTHING),
});

/** Of the attempts nothing is needed any more, since no answer is taken. */
function close(state: KnownSurvey, { at, personal }: DecisionContext): Accepted {
  const tally = tallyOf(personal);
  const { surveyId, firmId, version } = state;
  const [scope, place] = placeOf(state);
  const isSmall = tally.answers > 0 && tally.answers < LEAST_ANSWERS;
  const pool = isSmall ? { pool: { poolId: poolIdOf(scope, place, version), scope } } : {};
  const event = surveyClosed.of({ surveyId, firmId, closedOn: romeDate(at), answers: tally.answers, ...pool });
  return { ...accept(event), personal: personalOfTally({ ...tally, attempts: [] }) };
}

/** The network or association that the firm named when it opened the survey, otherwise its Comune. */
function placeOf({ networkId, associationId, municipality }: KnownSurvey): readonly [PoolScope, string] {
  if (networkId !== undefined) return ['network', networkId];
  return associationId === undefined ? ['comune', municipality] : ['association', associationId];
}
