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
  weight: 0.7,
  async run({ firms, randomness, desk }) {
    const firm = firms.slice(0, 2).filter(({ firmId }) => firmId !== undefined);
    if (firm.length === 0) return;
    const { owner, firmId } = randomness.pick(firm);
    const [step, ...deliverables] = randomness.pick(STEPS);
    const day = (days: number): string => romeDate(addMs(desk.world.now, days * DAY_MS));
    const url = `/api/companies/firms/${firmId}/accompaniment`;
    const doing = randomness.pick(['begin', 'hand-in', 'hand-in', 'complete']);
    if (doing === 'begin') await owner.post(`${url}/steps/${step}/beginning`, { owner: 'adviser', begunOn: day(-20), dueOn: day(30) });
    else if (doing === 'complete') await owner.post(`${url}/steps/${step}/completion`, { doneOn: day(0) });
    else await owner.post(`${url}/steps/${step}/deliverables`, { deliverable: randomness.pick(deliverables), on: day(randomness.pick([-400, -2, 0])) });
    await owner.get(url);
  },
};

export const accompanimentActs: readonly Act[] = [goOn];
