import { noSuch, type Act } from './act';
import { dayFrom, someFirm } from './owner.acts';
import type { Territory } from './territory';

interface KnownSites {
  readonly items: readonly { readonly siteId: string; readonly name: string; readonly lastDay?: string }[];
}

/** What is said of a place: sometimes under another one's name, sometimes with a day off. */
const dataOf = (territory: Territory, name = territory.randomness.pick(['Laboratorio', 'Negozio', 'Magazzino'])): object => {
  const { randomness } = territory;
  const hours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: randomness.pick(['08:00', '08:30']), to: '12:30' }));
  return { name, address: 'Via Garibaldi 12', municipality: 'E648', deliveryPoint: randomness.chance(0.5), hours, closingDays: randomness.chance(0.3) ? [dayFrom(territory, 3)] : [] };
};

const sitesOf = (firm: { readonly firmId: string }): string => `/api/companies/firms/${firm.firmId}/sites`;

/** A firm has few of them, so that their names meet. */
async function openSite(territory: Territory, firm: NonNullable<ReturnType<typeof someFirm>>): Promise<void> {
  await firm.owner.post(sitesOf(firm), { ...dataOf(territory), firstDay: dayFrom(territory, territory.randomness.pick([-30, 0, 5])) });
}

/** Says a place anew, or closes it; sometimes one that is closed or isn't there, and on days that don't fit. */
async function keepSite(territory: Territory, firm: NonNullable<ReturnType<typeof someFirm>>, { items }: KnownSites): Promise<void> {
  const { randomness } = territory;
  const { siteId, name } = items.length === 0 || randomness.chance(0.1) ? { siteId: noSuch('sit'), name: 'Nessuna' } : randomness.pick(items);
  const url = `${sitesOf(firm)}/${siteId}`;
  if (randomness.chance(0.5)) await firm.owner.post(`${url}/changes`, { ...dataOf(territory, randomness.chance(0.7) ? name : undefined), from: dayFrom(territory, randomness.pick([-1, 0, 0, 4])) });
  else await closeSite(territory, firm, url);
}

/** Closes a place, now and then twice. */
async function closeSite(territory: Territory, { owner }: NonNullable<ReturnType<typeof someFirm>>, url: string): Promise<void> {
  const { randomness } = territory;
  for (let times = randomness.chance(0.2) ? 2 : 1; times > 0; times--) await owner.post(`${url}/closure`, { lastDay: dayFrom(territory, randomness.pick([-60, -1, -1, 0, 10])) });
}

/** Owners go over their sites seldom and then change several things, so that other acts aren't crowded out. */
const goOverSites: Act = {
  name: 'go-over-sites',
  weight: 0.3,
  async run(territory) {
    const firm = someFirm(territory);
    if (!firm) return;
    for (let left = territory.randomness.between(2, 6); left > 0; left--) {
      const known = await firm.owner.get<KnownSites>(sitesOf(firm));
      if (!known) return;
      if (known.items.length < 8 && territory.randomness.chance(0.4)) await openSite(territory, firm);
      else await keepSite(territory, firm, known);
    }
    const employee = firm.employees[0];
    if (employee) await employee.person.get(sitesOf(firm));
  },
};

export const siteActs: readonly Act[] = [goOverSites];
