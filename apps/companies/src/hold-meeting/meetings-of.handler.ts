import type { Page, RowReader } from '@salvatempo/messaging';
import type { MeetingRow } from './meeting-list.projection';

interface Asked {
  readonly limit: number;
  readonly after?: string;
}

const orderOf = ({ startsAt, meetingId }: MeetingRow): string => `${startsAt}/${meetingId}`;

/** A page of the meetings of some organisers, or of `all`, the latest first: rows of each, put together by the order that they share. */
export async function meetingsOf(list: Pick<RowReader<MeetingRow>, 'page'>, organisers: readonly string[] | 'all', { limit, after }: Asked): Promise<Page<MeetingRow>> {
  const tenancies = organisers === 'all' ? [{ wholeTerritory: true } as const] : [...new Set(organisers)].map((tenant) => ({ tenant }));
  const pages = await Promise.all(tenancies.map((tenancy) => list.page({ tenancy, limit, newestFirst: true, ...(after === undefined ? {} : { after }) })));
  const rows = pages.flatMap(({ items }) => items).sort((a, b) => (orderOf(a) < orderOf(b) ? 1 : -1));
  const items = rows.slice(0, limit);
  const more = rows.length > limit || pages.some(({ next }) => next !== undefined);
  return more ? { items, next: orderOf(items.at(-1)!) } : { items };
}
