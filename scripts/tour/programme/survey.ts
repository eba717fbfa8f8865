import { ApiClient } from '../api-client';
import type { Firm } from '../people';
import type { TourLog } from '../tour-log';

/** What a survey may be read as. */
export interface SurveyEnd {
  readonly scope?: string;
  readonly answers?: number;
}

interface Questions {
  readonly questions: readonly { readonly code: string; readonly choices: readonly { readonly code: string }[] }[];
}

/** The fewest that a firm may read by itself. */
const PEOPLE = 5;
const DAY_MS = 86_400_000;

/** A firm asks its people, who answer by a link and without a sign-in; it reads sums, and only when it is over. */
export async function surveyPeople(url: string, { owner, firmId }: Firm, log: TourLog): Promise<SurveyEnd> {
  const surveys = `/api/companies/firms/${firmId}/surveys`;
  const closesOn = new Date(Date.now() + 20 * DAY_MS).toISOString().slice(0, 10);
  const { surveyId, token } = await log.step('impresa', 'apre un questionario anonimo', () => owner.post<{ surveyId: string; token: string }>(surveys, { closesOn }));
  const anybody = new ApiClient(url, 'chiunque');
  const { questions } = await anybody.get<Questions>(`/api/companies/surveys/${token}`);
  const answers = questions.map(({ code, choices }) => ({ question: code, choices: [choices[0]!.code] }));
  await log.step('chiunque', `in ${PEOPLE} rispondono dal telefono, senza accesso e senza lasciare traccia`, async () => {
    for (let n = 0; n < PEOPLE; n++) await anybody.post(`/api/companies/surveys/${token}/answers`, { answers });
  });
  await log.step('impresa', 'chiude il questionario e legge le somme', () => owner.post(`${surveys}/${surveyId}/closure`));
  const { scope, answers: count } = await owner.get<SurveyEnd>(`${surveys}/${surveyId}`);
  return { ...(scope !== undefined && { scope }), ...(count !== undefined && { answers: count }) };
}
