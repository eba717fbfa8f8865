import { epochMsOf, MINUTE_MS, romeDate, startOfRomeDay } from '@salvatempo/kernel';
import { noSuch, type Act } from './act';
import type { Territory } from './territory';
import type { Person } from './person';

interface Meeting {
  readonly meetingId: string;
  readonly places: number;
  readonly firms: readonly { readonly firmId: string; readonly taken: number }[];
}

/** Day and time in Rome so many minutes from now. */
function soon({ desk }: Territory, minutes: number): { readonly day: string; readonly time: string } {
  const at = new Date(epochMsOf(desk.world.now) + minutes * MINUTE_MS).toISOString();
  const day = romeDate(at);
  const minute = Math.floor((epochMsOf(at) - epochMsOf(startOfRomeDay(day))) / MINUTE_MS);
  const two = (n: number): string => String(n).padStart(2, '0');
  return { day, time: `${two(Math.min(23, Math.floor(minute / 60)))}:${two(minute % 60)}` };
}

/** Somebody who may hold a meeting: the officer, or somebody of an adviser's office. */
function organiser({ operator, intermediaries, randomness }: Territory): { readonly who: Person; readonly intermediaryId?: string } | undefined {
  const members = intermediaries.flatMap(({ intermediaryId, members: all }) => all.flatMap(({ person }) => (person.sign === undefined ? [] : [{ who: person, intermediaryId }])));
  if (members.length > 0 && randomness.chance(0.35)) return randomness.pick(members);
  return operator && { who: operator };
}

/** Small meetings, so that places run out, which begin within minutes, hours or days. */
const announceMeeting: Act = {
  name: 'announce-meeting',
  weight: 0.15,
  async run(territory) {
    const { randomness } = territory;
    const by = organiser(territory);
    if (!by) return;
    const { who, intermediaryId } = by;
    const when = soon(territory, randomness.pick([-60, 20, 300, 1_500, 1_500, 6_000, 6_000]));
    await who.post('/api/companies/meetings', { title: 'Il piano in bottega', kind: randomness.pick(['meeting', 'workshop']), mode: 'site', venue: 'Sala consiliare', places: randomness.pick([2, 3, 5]), ...when, ...(intermediaryId === undefined ? {} : { intermediaryId }) });
  },
};

/** Firms wait for places, one of them twice and for more than there are; and one that doesn't wait takes some past them. */
async function waitTogether(firms: Territory['firms'], meetingId: string, randomness: Territory['randomness']): Promise<void> {
  const at = (firmId: string | undefined, what: string): string => `/api/companies/firms/${firmId}/meetings/${meetingId}/${what}`;
  const [past, ...waiters] = firms;
  for (const { owner, firmId } of [...waiters, ...waiters.slice(0, 1)]) await owner.post(at(firmId, 'waiting'), { people: randomness.pick([1, 2, 2, 3, 6]) });
  if (past) await past.owner.post(at(past.firmId, 'places'), { people: 3 });
}

/** Firms take places at once, change their mind, wait for some, and give them up, sometimes what they haven't; at meetings of others' advisers too. */
const attendMeeting: Act = {
  name: 'attend-meeting',
  weight: 0.7,
  async run({ firms, operator, randomness }) {
    const known = firms.slice(0, 4).filter(({ firmId }) => firmId !== undefined);
    if (known.length === 0 || !operator) return;
    const page = await operator.get<{ items: readonly Meeting[] }>('/api/companies/meetings?limit=8');
    const meetingId = randomness.chance(0.05) ? noSuch('mtg') : page && page.items.length > 0 ? randomness.pick(page.items).meetingId : undefined;
    if (meetingId === undefined) return;
    const { owner, firmId } = randomness.pick(known);
    const url = `/api/companies/firms/${firmId}/meetings`;
    if (randomness.chance(0.15)) await owner.remove(`${url}/${meetingId}/waiting`);
    if (randomness.chance(0.4)) await owner.remove(`${url}/${meetingId}/places`);
    else {
      const rivals = randomness.chance(0.5) ? known : [{ owner, firmId }];
      await Promise.all(rivals.map((rival) => rival.owner.post(`/api/companies/firms/${rival.firmId}/meetings/${meetingId}/places`, { people: randomness.pick([1, 1, 2, 3]) })));
    }
    if (randomness.chance(0.6)) await waitTogether(known, meetingId, randomness);
    await owner.get(url);
  },
};

/** The organiser writes down who came, sometimes too early, first too many, or calls the meeting off. */
const holdMeeting: Act = {
  name: 'hold-meeting',
  weight: 0.8,
  async run(territory) {
    const { randomness } = territory;
    const who = organiser(territory)?.who;
    const page = await who?.get<{ items: readonly Meeting[] }>('/api/companies/meetings?limit=8');
    if (!who || !page || page.items.length === 0) return;
    const { meetingId, firms } = randomness.pick(page.items);
    if (randomness.chance(0.4)) return void (await who.post(`/api/companies/meetings/${meetingId}/cancellation`));
    const came = firms.filter(() => randomness.chance(0.8)).map(({ firmId, taken }) => ({ firmId, people: Math.max(1, taken + randomness.pick([0, -1, 1, 300])) }));
    // One more than took places, by a slip of the pen.
    const [first] = firms;
    if (first) await who.post(`/api/companies/meetings/${meetingId}/attendance`, { firms: [{ firmId: first.firmId, people: first.taken + 1 }] });
    await who.post(`/api/companies/meetings/${meetingId}/attendance`, { firms: came });
  },
};

export const meetingActs: readonly Act[] = [announceMeeting, attendMeeting, holdMeeting];
