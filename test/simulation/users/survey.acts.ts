import { DAY_MS, addMs, romeDate } from '@salvatempo/kernel';
import { bodyOf, type Act } from './act';
import { recent, type Firm, type Question } from './territory';

/** More than any firm of the simulated territory may have. */
const CROWD = 40;

const openSurvey: Act = {
  name: 'open-survey',
  weight: 0.3,
  async run({ firms, networkIds, intermediaries, surveys, randomness, desk }) {
    const standing = firms.filter((firm): firm is Firm & { firmId: string } => firm.firmId !== undefined);
    if (standing.length === 0) return;
    const firm = randomness.pick(standing);
    const closesOn = romeDate(addMs(desk.world.now, randomness.pick([-1, 0, 1, 3, 200]) * DAY_MS));
    const network = networkIds.length > 0 && randomness.chance(0.3) ? { networkId: randomness.pick(networkIds) } : {};
    const pool = intermediaries.length > 0 && randomness.chance(0.2) ? { associationId: randomness.pick(intermediaries).intermediaryId } : network;
    const opened = bodyOf<{ surveyId: string; token: string }>(await firm.owner.post(`/api/companies/firms/${firm.firmId}/surveys`, { closesOn, ...pool }));
    if (opened) surveys.push({ firm, surveyId: opened.surveyId, token: opened.token });
  },
};

/** Somebody without a sign-in answers, mostly once; sometimes a whole crowd that the link went round to. */
const answerSurvey: Act = {
  name: 'answer-survey',
  weight: 0.9,
  async run(territory) {
    const { surveys, randomness } = territory;
    const survey = recent(surveys, randomness);
    if (!survey) return;
    const somebody = territory.newPerson(`unknown ${territory.acts}`);
    const url = `/api/companies/surveys/${survey.token}`;
    const asked = await somebody.get<{ questions: readonly Question[] }>(url);
    // Whoever loaded the page in time may send it too late.
    const questions = asked?.questions ?? territory.questions;
    if (!questions) return;
    territory.questions = questions;
    const answers = questions.map(({ code, choices }) => ({ question: code, choices: [randomness.pick(choices).code] }));
    for (let left = randomness.chance(0.25) ? CROWD : 1; left > 0; left -= 1)
      if (!bodyOf(await somebody.post(`${url}/answers`, { answers }))) return;
  },
};

const closeSurvey: Act = {
  name: 'close-survey',
  weight: 0.2,
  async run(territory) {
    const survey = recent(territory.surveys, territory.randomness);
    if (!survey) return;
    const url = `/api/companies/firms/${survey.firm.firmId}/surveys/${survey.surveyId}`;
    if (territory.randomness.chance(0.6)) await survey.firm.owner.post(`${url}/closure`);
    await survey.firm.owner.get(url);
    await survey.firm.owner.get(`${url}/plan-draft?perPersonCents=60000`);
  },
};

export const surveyActs: readonly Act[] = [openSurvey, answerSurvey, closeSurvey];
