import { addDays, instantOf, romeDate } from '@salvatempo/kernel';
import { ApiClient } from '../api-client';
import type { Firm } from '../people';
import type { TourLog } from '../tour-log';

/** What a survey may be read as. */
export interface SurveyEnd {
  readonly scope?: string;
  readonly answers?: number;
}

/** What the draft of the firm's plan rests on, and how many services it suggests. */
export interface PlanDraftEnd extends SurveyEnd {
  readonly services: number;
}

interface PlanDraft extends SurveyEnd {
  readonly lines: readonly object[];
}

interface Questions {
  readonly questions: readonly { readonly code: string; readonly choices: readonly { readonly code: string }[] }[];
}

/** The fewest that a firm may read by itself. */
const PEOPLE = 5;
/** What the firm has in mind for each of its people in a year. */
const PER_PERSON_CENTS = 60_000;

/** A firm asks its people, who answer by a link and without a sign-in; it reads sums, and only when it is over, and has a draft of its plan made of them. */
export async function surveyPeople(url: string, { owner, firmId }: Firm, log: TourLog): Promise<{ readonly survey: SurveyEnd; readonly planDraft: PlanDraftEnd }> {
  const surveys = `/api/companies/firms/${firmId}/surveys`;
  const closesOn = addDays(romeDate(instantOf(Date.now())), 20);
  const { surveyId, token } = await log.step('impresa', 'apre un questionario anonimo', () => owner.post<{ surveyId: string; token: string }>(surveys, { closesOn }));
  const anybody = new ApiClient(url, 'chiunque');
  const { questions } = await anybody.get<Questions>(`/api/companies/surveys/${token}`);
  const answers = questions.map(({ code, choices }) => ({ question: code, choices: [choices[0]!.code] }));
  await log.step('chiunque', `in ${PEOPLE} rispondono dal telefono, senza accesso e senza lasciare traccia`, async () => {
    for (let n = 0; n < PEOPLE; n++) await anybody.post(`/api/companies/surveys/${token}/answers`, { answers });
  });
  await log.step('impresa', 'chiude il questionario e legge le somme', () => owner.post(`${surveys}/${surveyId}/closure`));
  const { scope, answers: count } = await owner.get<SurveyEnd>(`${surveys}/${surveyId}`);
  const survey = { ...(scope !== undefined && { scope }), ...(count !== undefined && { answers: count }) };
  const { lines, ...draft } = await log.step('impresa', 'legge la bozza del piano, con il perché di ogni servizio e le note fiscali', () => owner.get<PlanDraft>(`${surveys}/${surveyId}/plan-draft?perPersonCents=${PER_PERSON_CENTS}`));
  return { survey, planDraft: { ...(draft.scope !== undefined && { scope: draft.scope }), ...(draft.answers !== undefined && { answers: draft.answers }), services: lines.length } };
}
