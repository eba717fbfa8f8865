import { siteOpened, type DataOf } from '@salvatempo/contracts';
import { accept, refuse, romeDate, slice } from '@salvatempo/kernel';
import { isNameTaken, personalOfSites, siteCardsOf, type SiteCard, type Sites } from '../domain/sites';

/** Places of a firm, closed ones included: they are never deleted. */
export const MAX_SITES = 50;

export type OpenSite = DataOf<typeof siteOpened> & SiteCard;

/** A firm has one place more. Two that are open at a time have different names. */
export const openSiteSlice = slice<Sites, OpenSite>({
  command: 'open-site',
  decide({ name, address, instructions, ...facts }, state, { at, personal }) {
    const cards = siteCardsOf(personal);
    if (Object.keys(state.sites).length >= MAX_SITES) return refuse('firm-too-many-sites');
    if (isNameTaken(state, cards, name, romeDate(at))) return refuse('site-name-taken');
    const card: SiteCard = { name, address, ...(instructions === undefined ? {} : { instructions }) };
    return { ...accept(siteOpened.of(facts)), personal: personalOfSites({ ...cards, [facts.siteId]: card }) };
  },
  evolve: {
    [siteOpened.type]: ({ sites }: Sites, { siteId, municipality, deliveryPoint, firstDay, hours, closingDays }: DataOf<typeof siteOpened>): Sites => ({
      sites: { ...sites, [siteId]: { municipality, deliveryPoint, firstDay, timetables: [{ from: firstDay, hours }], closingDays } },
    }),
  },
});
