import { addDays } from '@salvatempo/kernel';
import type { Act } from './act';
import { dayFrom, someFirm } from './owner.acts';

/** A week of shifts for some of a firm's people, nights among them; sometimes one that overlaps, or somebody who isn't there. */
const planShifts: Act = {
  name: 'plan-shifts',
  weight: 0.2,
  async run(territory) {
    const { randomness } = territory;
    const firm = someFirm(territory);
    if (!firm || firm.staff.length === 0) return;
    const known = await firm.owner.get<{ items: readonly { readonly name: string }[] }>(`/api/companies/firms/${firm.firmId}/sites`);
    // Without a site the file is refused, which is a way to begin too.
    const place = known && known.items.length > 0 ? randomness.pick(known.items).name : '';
    const month = dayFrom(territory, randomness.pick([0, 0, 31])).slice(0, 7);
    const first = addDays(`${month}-01`, randomness.below(20));
    const people = firm.staff.slice(0, 1 + randomness.below(3));
    const rows = people.flatMap(({ fiscalCode }) => [0, 1, 2].map((n) => `${fiscalCode},${addDays(first, n)},${randomness.chance(0.3) ? '22:00,06:00' : '08:00,12:00'},${place}`));
    if (randomness.chance(0.1)) rows.push(rows[0]!);
    const csv = ['codice_fiscale,data,inizio,fine,sede', ...rows].join('\n');
    const url = `/api/companies/firms/${firm.firmId}/rosters/${month}/imports`;
    if (randomness.chance(0.3)) await firm.owner.preview(`${url}/previews`, csv);
    await firm.owner.post(url, csv);
    await firm.owner.get(`/api/companies/firms/${firm.firmId}/shifts?from=${first}`);
  },
};

/** Somebody looks when they work. */
const lookAtShifts: Act = {
  name: 'look-at-shifts',
  weight: 0.1,
  async run(territory) {
    if (territory.employees.length === 0) return;
    const { person } = territory.randomness.pick(territory.employees);
    await person.get(`/api/companies/people/me/shifts?from=${dayFrom(territory, 0)}`);
  },
};

export const rosterActs: readonly Act[] = [planShifts, lookAtShifts];
