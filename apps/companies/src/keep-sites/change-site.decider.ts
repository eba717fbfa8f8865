import { siteChanged, type DataOf } from '@salvatempo/contracts';
import { accept, refuse, romeDate, slice } from '@salvatempo/kernel';
import { timetableOn, type Timetable } from '../domain/opening';
import { isClosedOn, isNameTaken, personalOfSites, siteCardsOf, type Site, type SiteCard, type Sites } from '../domain/sites';

/** Opening hours that a place had, has and will have; of more the oldest are forgotten, and nothing is known of the days before. */
export const MAX_TIMETABLES = 10;

type Facts = DataOf<typeof siteChanged>;
export type ChangeSite = Omit<Facts, 'changed'> & SiteCard;

/** Says anew what holds of a place, all of it. Its hours hold from a day on that isn't past, so that what they were stays known. */
export const changeSiteSlice = slice<Sites, ChangeSite>({
  command: 'change-site',
  decide({ name, address, instructions, ...facts }, state, { at, personal }) {
    const site = state.sites[facts.siteId];
    const today = romeDate(at);
    if (!site) return refuse('site-not-found');
    if (isClosedOn(site, today)) return refuse('site-closed-already', { lastDay: site.lastDay! });
    if (facts.from < today) return refuse('site-hours-in-past');
    const cards = siteCardsOf(personal);
    if (isNameTaken(state, cards, name, today, facts.siteId)) return refuse('site-name-taken');
    const card: SiteCard = { name, address, ...(instructions === undefined ? {} : { instructions }) };
    // Of a place that is still to open, hours from an earlier day are its first ones.
    const from = facts.from < site.firstDay ? site.firstDay : facts.from;
    const event = siteChanged.of({ ...facts, from, changed: changed({ ...facts, ...card, from }, site, cards[facts.siteId]) });
    return { ...accept(event), personal: personalOfSites({ ...cards, [facts.siteId]: card }) };
  },
  evolve: {
    [siteChanged.type]: ({ sites }: Sites, { siteId, municipality, deliveryPoint, from, hours, closingDays }: Facts): Sites => {
      const site = sites[siteId]!;
      return { sites: { ...sites, [siteId]: { ...site, municipality, deliveryPoint, timetables: withHours(site, { from, hours }), closingDays } } };
    },
  },
});

function changed(said: ChangeSite, site: Site, card: SiteCard | undefined): Facts['changed'] {
  const before = { ...site, ...card, hours: timetableOn(site, said.from)?.hours };
  const fields = ['name', 'address', 'instructions', 'municipality', 'deliveryPoint', 'hours', 'closingDays'] as const;
  return fields.filter((field) => JSON.stringify(said[field]) !== JSON.stringify(before[field]));
}

/** Hours from the same day replace each other. */
function withHours({ timetables }: Site, added: Timetable): readonly Timetable[] {
  const others = timetables.filter(({ from }) => from !== added.from);
  return [...others, added].sort((a, b) => (a.from < b.from ? -1 : 1)).slice(-MAX_TIMETABLES);
}
