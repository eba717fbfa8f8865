import { addMs, DAY_MS, romeDate } from '@salvatempo/kernel';
import { noSuch, type Act } from './act';
import type { Territory } from './territory';

const day = ({ desk }: Territory, days: number): string => romeDate(addMs(desk.world.now, days * DAY_MS));

/** The officer opens small funds of mediator hours, soon used up or soon over; sometimes with wrong days or a Comune twice. */
const openHoursFund: Act = {
  name: 'open-hours-fund',
  weight: 0.25,
  async run(territory) {
    const { operator, randomness } = territory;
    if (!operator) return;
    const pots = [{ municipality: 'E648', minutes: randomness.pick([120, 240]) }, { municipality: randomness.chance(0.35) ? 'E648' : 'A811', minutes: 180 }];
    const [opens, closes] = randomness.pick([[0, 60], [0, 60], [-10, 0], [0, -1], [0, -1], [200, 300]] as const);
    await operator.post('/api/programmes/hours-funds', { title: 'Mediatori', opensOn: day(territory, opens), closesOn: day(territory, closes), pots });
  },
};

interface Fund {
  readonly hoursFundId: string;
}

/** Firms and the officer ask for hours, of Comuni that have none and of calls too. */
const askHours: Act = {
  name: 'ask-hours',
  weight: 0.7,
  async run({ operator, firms, callIds, randomness }) {
    if (firms.length === 0) return;
    const { owner, firmId } = randomness.pick(firms.slice(0, 4));
    const who = randomness.chance(0.3) ? operator : owner;
    if (!who || !owner) return;
    const page = await who.get<{ items: readonly Fund[] }>('/api/programmes/hours-funds?limit=4');
    const funds = page?.items.map(({ hoursFundId }) => hoursFundId) ?? [];
    const wrong = randomness.chance(0.25);
    const fundId = wrong || funds.length === 0 ? randomness.pick([noSuch('hfn'), ...callIds.slice(0, 1)]) : randomness.pick(funds);
    const asked = { municipality: randomness.pick(['E648', 'E648', 'A811', 'F205']), minutes: randomness.pick([30, 60, 90, 600]) };
    await who.post(`/api/programmes/hours-funds/${fundId}/requests`, { ...asked, ...(who === owner && { firmId }) });
  },
};

/** Hours are worked as they were set apart, or fewer, or (wrongly) more and on a wrong day; or they are given back, sometimes twice. */
const settleHours: Act = {
  name: 'settle-hours',
  weight: 1,
  async run(territory) {
    const { operator, randomness } = territory;
    if (!operator) return;
    const page = await operator.get<{ items: readonly Fund[] }>('/api/programmes/hours-funds?limit=4');
    if (!page || page.items.length === 0) return;
    const url = `/api/programmes/hours-funds/${randomness.pick(page.items).hoursFundId}`;
    const request = (await operator.get<{ requests: readonly { requestId: string; minutes: number }[] }>(url))?.requests[0];
    if (!request) return;
    const at = `${url}/requests/${request.requestId}`;
    if (randomness.chance(0.4)) {
      await Promise.all([operator.post(`${at}/return`), ...(randomness.chance(0.6) ? [operator.post(`${at}/return`)] : [])]);
      return;
    }
    await operator.post(`${at}/use`, { usedMinutes: request.minutes + randomness.pick([0, 0, -15, 1, 1, 1]), workedOn: day(territory, randomness.pick([0, 0, -30, -30])), proof: 'registro 12/2026' });
  },
};

export const hoursActs: readonly Act[] = [openHoursFund, askHours, settleHours];
