import { bodyOf, noSuch, type Act } from './act';
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

/** A firm has few of them, so that their names meet. */
const openSite: Act = {
  name: 'open-site',
  weight: 0.4,
  async run(territory) {
    const firm = someFirm(territory);
    if (!firm) return;
    const url = `/api/companies/firms/${firm.firmId}/sites`;
    const known = await firm.owner.get<KnownSites>(url);
    if (!known || known.items.length >= 8) return;
    const reply = await firm.owner.post(url, { ...dataOf(territory), firstDay: dayFrom(territory, territory.randomness.pick([-30, 0, 5])) });
    if (bodyOf(reply)) await firm.owner.get(url);
  },
};

/** Says a place anew, or closes it; sometimes one that is closed or isn't there, and on days that don't fit. */
const keepSite: Act = {
  name: 'keep-site',
  weight: 1,
  async run(territory) {
    const { randomness } = territory;
    const firm = someFirm(territory);
    const url = `/api/companies/firms/${firm?.firmId}/sites`;
    const known = await firm?.owner.get<KnownSites>(url);
    if (!firm || !known || known.items.length === 0) return;
    const { siteId, name } = randomness.chance(0.1) ? { siteId: noSuch('sit'), name: 'Nessuna' } : randomness.pick(known.items);
    if (randomness.chance(0.5)) await firm.owner.post(`${url}/${siteId}/changes`, { ...dataOf(territory, randomness.chance(0.7) ? name : undefined), from: dayFrom(territory, randomness.pick([-1, 0, 0, 4])) });
    else await firm.owner.post(`${url}/${siteId}/closure`, { lastDay: dayFrom(territory, randomness.pick([-60, -1, 0, 10, 10])) });
  },
};

/** Somebody looks what is open. */
const lookAtSites: Act = {
  name: 'look-at-sites',
  weight: 0.3,
  async run({ employees, randomness }) {
    if (employees.length === 0) return;
    const { person, firm } = randomness.pick(employees);
    if (firm.firmId !== undefined) await person.get(`/api/companies/firms/${firm.firmId}/sites`);
  },
};

export const siteActs: readonly Act[] = [openSite, keepSite, lookAtSites];
