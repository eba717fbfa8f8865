import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RowModel, RowQuery } from '../ports';
import { prepareDataFile } from './data-files';
import { Reader } from './reader';
import { querySql } from './row-table';

const MODEL: RowModel = { name: 'test.rows', indexes: ['status', 'kind'] };
const tenancies: readonly RowQuery['tenancy'][] = [{ tenant: 't' }, { wholeTerritory: true }];
const wheres: readonly RowQuery['where'][] = [undefined, { status: 'open' }, { status: 'open', kind: 'iron' }];

const queries: readonly RowQuery[] = tenancies.flatMap((tenancy) =>
  wheres.flatMap((where) =>
    [undefined, 'x'].flatMap((after) => [false, true].map((newestFirst) => ({ tenancy, where, after, newestFirst, limit: 20 }))),
  ),
);

/** A list that is sorted or searched through would be quick in a test and slow in a year. */
describe('a page of rows', () => {
  let folder: string;
  let reader: Reader;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'salvatempo-plans-'));
    prepareDataFile(join(folder, 'test.db'));
    reader = new Reader(join(folder, 'test.db'));
  });
  afterAll(() => {
    reader.close();
    rmSync(folder, { recursive: true });
  });

  const planOf = (sql: string, ...params: readonly unknown[]) =>
    reader.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...params).map(({ detail }) => detail);

  it.each(queries)('is read from an index in its order: %j', (query) => {
    const { sql, params } = querySql(MODEL, query);
    const plan = planOf(sql, ...params);
    expect(plan.length).toBeGreaterThan(0);
    for (const detail of plan) expect(detail).toMatch(/^SEARCH .* USING (COVERING INDEX|INDEX|INTEGER PRIMARY KEY)/);
  });

  it('would notice a search without an index', () => {
    const plan = planOf('SELECT * FROM rows WHERE model = ? ORDER BY value', 'a');
    expect(plan.join()).toContain('TEMP B-TREE');
  });

  it.each([
    ['documents that are due', 'SELECT id FROM documents WHERE deadline_at <= ? ORDER BY deadline_at LIMIT 1', ['x']],
    ['the next deadline', 'SELECT deadline_at FROM documents WHERE deadline_at IS NOT NULL ORDER BY deadline_at LIMIT 1', []],
    ['the effects of a cause', 'SELECT id FROM journal WHERE id = ? AND causation_id = ? AND collection = ?', ['a', 'b', 'c']],
    ['a history', 'SELECT id FROM journal WHERE id = ? AND sequence > ? AND sequence IS NOT NULL ORDER BY sequence', ['a', 1]],
    ['the end of a partition', 'SELECT MAX(offset) FROM log WHERE topic = ? AND part = ?', ['a', 1]],
  ])('finds %s by an index', (_what, sql, params) => {
    for (const detail of planOf(sql, ...params)) expect(detail).toMatch(/USING (COVERING )?INDEX/);
    expect(planOf(sql, ...params).join()).not.toContain('TEMP B-TREE');
  });
});
