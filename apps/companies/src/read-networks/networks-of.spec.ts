import type { NetworkRow } from './network-list.projection';
import { networksOf } from './networks-of.handler';

const row = (n: number, ...firmIds: string[]): NetworkRow => ({ networkId: `net_${n}`, title: `${n}`, kind: 'rete-contratto', commonFund: false, formedAt: '2026-01-01', members: firmIds.map((firmId) => ({ firmId, firstDay: '2026-01-01' })) });
const rows = Array.from({ length: 50 }, (_, n) => row(n, n === 7 || n === 44 ? 'mine' : 'other'));
let asked = 0;
const list = {
  page: ({ limit, after }: { limit: number; after?: string }) => {
    asked++;
    const from = Number(after ?? 0);
    return Promise.resolve({ items: rows.slice(from, from + limit), ...(from + limit < rows.length && { next: `${from + limit}` }) });
  },
};
const ids = async (query: Parameters<typeof networksOf>[1]) => {
  const { items, next } = await networksOf(list as never, query);
  return [items.map(({ networkId }) => networkId), next];
};

describe('a page of networks', () => {
  it('has all that there are, or those of a firm, and says where to go on', async () => {
    expect(await ids({ limit: 2 })).toEqual([['net_0', 'net_1'], '2']);
    expect(await ids({ limit: 5, ofFirms: ['mine'] })).toEqual([['net_7'], '10']);
    expect(await ids({ limit: 5, after: '10', ofFirms: ['mine'] })).toEqual([['net_44'], '45']);
    expect(await ids({ limit: 5, after: '45', ofFirms: ['mine'] })).toEqual([[], undefined]);
  });

  it('looks through a limited number of pages, and can be asked to go on', async () => {
    asked = 0;
    expect(await ids({ limit: 1, after: '8', ofFirms: ['mine'] })).toEqual([[], '28']);
    expect(asked).toBe(20);
  });
});
