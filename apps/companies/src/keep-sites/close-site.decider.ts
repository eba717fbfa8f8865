import { siteClosed, type DataOf } from '@salvatempo/contracts';
import { accept, refuse, romeDate, slice } from '@salvatempo/kernel';
import { isClosedOn, type Sites } from '../domain/sites';

export type CloseSite = DataOf<typeof siteClosed>;

/** A place has a last day, past or still to come. Until that is over another day puts it right; then it stays closed. */
export const closeSiteSlice = slice<Sites, CloseSite>({
  command: 'close-site',
  decide(facts, { sites }, { at }) {
    const site = sites[facts.siteId];
    if (!site) return refuse('site-not-found');
    if (isClosedOn(site, romeDate(at))) return refuse('site-closed-already', { lastDay: site.lastDay! });
    if (facts.lastDay < site.firstDay) return refuse('site-closed-before-opening', { firstDay: site.firstDay });
    return accept(siteClosed.of(facts));
  },
  evolve: {
    [siteClosed.type]: ({ sites }: Sites, { siteId, lastDay }: CloseSite): Sites => ({ sites: { ...sites, [siteId]: { ...sites[siteId]!, lastDay } } }),
  },
});
