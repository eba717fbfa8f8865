import type { Page, RowReader } from '@salvatempo/messaging';
import type { NetworkRow } from './network-list.projection';

/** Pages that one request goes through at most in search of a firm's networks; the next request goes on from there. */
const MOST_PAGES = 20;

interface Asked {
  readonly limit: number;
  readonly after?: string;
  /** Only networks that one of these firms is or was in; all where left out. */
  readonly ofFirms?: readonly string[];
}

/** A page of networks, newest first. For a firm it may be shorter than asked for although another follows. */
export async function networksOf(list: Pick<RowReader<NetworkRow>, 'page'>, { limit, after, ofFirms }: Asked): Promise<Page<NetworkRow>> {
  let from = after;
  for (let pages = 1; ; pages++) {
    const { items, next } = await list.page({ tenancy: { tenant: 'territory' }, limit, newestFirst: true, ...(from === undefined ? {} : { after: from }) });
    const found = ofFirms === undefined ? items : items.filter(({ members }) => members.some(({ firmId }) => ofFirms.includes(firmId)));
    if (found.length > 0 || next === undefined || pages === MOST_PAGES) return { items: found, ...(next === undefined ? {} : { next }) };
    from = next;
  }
}
