import { addMs, DAY_MS, romeDate } from '@salvatempo/kernel';
import type { Act } from './act';
import { inventVatNumber } from './invented';

/** A file of firms to contact: some that nobody knows, some of firms that are there already, and some that are wrong. */
const listContacts: Act = {
  name: 'list-contacts',
  weight: 0.2,
  async run({ operator, awaited, firms, randomness }) {
    if (!operator) return;
    const fresh = Array.from({ length: 3 }, () => inventVatNumber(randomness));
    const known = [...firms.map(({ vatNumber }) => vatNumber), ...awaited].slice(0, 4);
    const numbers = [...new Set([...fresh, ...(randomness.chance(0.5) ? known : [])])];
    awaited.push(...fresh);
    const lines = numbers.map((vatNumber) => `${vatNumber},Bottega,${randomness.pick(['Lodi', 'C816'])},${randomness.pick(['', 'Codogno'])}`);
    if (randomness.chance(0.15)) lines.push('123,Senza,Atlantide,');
    await operator.post('/api/companies/outreach/imports', ['partita_iva,nome,comune,segnalato_da', ...lines].join('\n'));
    await operator.get('/api/companies/outreach/funnel');
  },
};

/** The officer calls, invites and meets firms, in the right order and otherwise, and writes the days down. */
const advanceContact: Act = {
  name: 'advance-contact',
  weight: 0.4,
  async run({ operator, randomness, desk }) {
    if (!operator) return;
    const page = await operator.get<{ items: { contactId: string }[] }>('/api/companies/outreach/contacts?limit=6');
    if (!page || page.items.length === 0) return;
    const { contactId } = randomness.pick(page.items);
    const daysAgo = (days: number): string => romeDate(addMs(desk.world.now, -days * DAY_MS));
    const url = `/api/companies/outreach/contacts/${contactId}/stages`;
    await operator.post(url, { stage: randomness.pick(['contacted', 'contacted', 'invited', 'met']), on: daysAgo(randomness.pick([0, 0, 10, 40])) });
    if (randomness.chance(0.3)) await operator.post(url, { stage: randomness.pick(['invited', 'met']), on: daysAgo(60) });
  },
};

export const outreachActs: readonly Act[] = [listContacts, advanceContact];
