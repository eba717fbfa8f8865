import type { Page } from '@salvatempo/messaging';
import type { MeetingRow } from './meeting-list.projection';
import { meetingsOf } from './meetings-of.handler';

const row = (n: number, intermediaryId?: string): MeetingRow => ({ meetingId: `mtg_${n}`, startsAt: `2026-12-0${n}T16:30:00.000Z`, ...(intermediaryId === undefined ? {} : { intermediaryId }) });
const rows: readonly MeetingRow[] = [row(5, 'itm_a'), row(4), row(3), row(2, 'itm_a'), row(1, 'itm_b')];
const orderOf = ({ startsAt, meetingId }: MeetingRow): string => `${startsAt}/${meetingId}`;

const list = {
  page: ({ tenancy, limit, after = '9' }: { tenancy: object; limit: number; after?: string }): Promise<Page<MeetingRow>> => {
    const found = rows.filter((one) => ('wholeTerritory' in tenancy || (tenancy as { tenant: string }).tenant === (one.intermediaryId ?? 'office')) && orderOf(one) < after);
    const items = found.slice(0, limit);
    return Promise.resolve(found.length > limit ? { items, next: orderOf(items.at(-1)!) } : { items });
  },
};

async function walked(organisers: readonly string[] | 'all', limit: number): Promise<number[][]> {
  const pages: number[][] = [];
  let after: string | undefined;
  do {
    const page = await meetingsOf(list, organisers, { limit, ...(after === undefined ? {} : { after }) });
    pages.push(page.items.map(({ meetingId }) => Number(meetingId.slice(4))));
    after = page.next;
  } while (after !== undefined && pages.length < 10);
  return pages;
}

describe('the meetings of some organisers', () => {
  it('are one list, the latest first, of which no page repeats or leaves out one', async () => {
    expect(await walked(['office', 'itm_a', 'office'], 3)).toEqual([[5, 4, 3], [2]]);
    expect(await walked(['office', 'itm_a'], 1)).toEqual([[5], [4], [3], [2]]);
    expect(await walked('all', 2)).toEqual([[5, 4], [3, 2], [1]]);
    expect(await walked(['itm_b'], 10)).toEqual([[1]]);
  });

  it('are none where nobody holds any', async () => {
    expect(await walked([], 3)).toEqual([[]]);
  });
});
