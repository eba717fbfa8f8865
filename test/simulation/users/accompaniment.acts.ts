import { DAY_MS, addMs, romeDate } from '@salvatempo/kernel';
import type { Act } from './act';

/** Steps with what they are done with, as the page shows them. */
const STEPS: readonly (readonly [step: string, ...deliverables: string[]])[] = [
  ['needs-analysis', 'survey-results'],
  ['needs-analysis', 'survey-results'],
  ['bargaining', 'agreement', 'deposit-receipt'],
  ['plan', 'plan-draft', 'regulation'],
];

/** One of the first firms goes a step on its path, often not the right one; few firms, so that some come to the end. */
const goOn: Act = {
  name: 'accompany-firm',
  weight: 1,
  async run({ firms, randomness, desk }) {
    const firm = firms.slice(0, 2).filter(({ firmId }) => firmId !== undefined);
    if (firm.length === 0) return;
    const { owner, firmId } = randomness.pick(firm);
    const [step, ...deliverables] = randomness.pick(STEPS);
    const day = (days: number): string => romeDate(addMs(desk.world.now, days * DAY_MS));
    const url = `/api/companies/firms/${firmId}/accompaniment`;
    const doing = randomness.pick(['begin', 'hand-in', 'hand-in', 'complete']);
    const beginning = { owner: 'adviser', begunOn: day(-20), dueOn: day(30) };
    if (doing === 'begin') {
      await owner.post(`${url}/steps/${step}/beginning`, beginning);
      // The newest firm is in a hurry, before it asked anybody what they need.
      const newest = firms.at(-1);
      if (newest?.firmId !== undefined && randomness.chance(0.3)) await newest.owner.post(`/api/companies/firms/${newest.firmId}/accompaniment/steps/plan/beginning`, beginning);
    }
    else if (doing === 'complete') await owner.post(`${url}/steps/${step}/completion`, { doneOn: day(0) });
    else {
      const handed = { deliverable: randomness.pick(deliverables), on: day(randomness.pick([-400, -400, -2, 0])) };
      await owner.post(`${url}/steps/${step}/deliverables`, handed);
      if (randomness.chance(0.4)) await owner.post(`${url}/steps/${step}/deliverables`, handed);
    }
    await owner.get(url);
  },
};

export const accompanimentActs: readonly Act[] = [goOn];
