import type { LogEntry, LogTable } from '@salvatempo/store';
import { SharedPages } from './shared-pages';

/** A partition of a log, and how often it was read. */
function logOf(length: number): { table: LogTable; append: (count: number) => void; reads: number[] } {
  const reads: number[] = [];
  const read = (topic: string, part: number, from: number, limit: number): LogEntry[] => {
    reads.push(from);
    return Array.from({ length: Math.max(0, Math.min(limit, length - from)) }, (_, n) => ({ topic, part, offset: from + n, key: 'k', value: `v${from + n}` }));
  };
  return { table: { read } as unknown as LogTable, append: (count) => void (length += count), reads };
}

const drain = (pages: SharedPages, from: number): number => {
  for (;;) {
    const page = pages.read('t', 0, from);
    if (page.length === 0) return from;
    expect(page.map(({ offset }) => offset)).toEqual(page.map((_, n) => from + n));
    from += page.length;
  }
};

describe('pages that groups share', () => {
  it('are read from the file once, and their end is known', () => {
    const { table, reads } = logOf(150);
    const pages = new SharedPages(table);
    expect([1, 2, 3].map(() => drain(pages, 100))).toEqual([150, 150, 150]);
    expect(reads).toEqual([100]);
  });

  it('show what was appended once they are told, and not before it was looked for', () => {
    const { table, append, reads } = logOf(10);
    const pages = new SharedPages(table);
    drain(pages, 0);
    append(5);
    pages.appended(new Set(['t/0']));
    expect([drain(pages, 10), drain(pages, 10), drain(pages, 3)]).toEqual([15, 15, 15]);
    expect(reads).toEqual([0, 10]);
    pages.appended(new Set(['t/1']));
    expect(drain(pages, 15)).toBe(15);
    expect(reads).toEqual([0, 10]);
  });

  it('give a group that is far behind every message in order', () => {
    const { table } = logOf(1_000);
    const pages = new SharedPages(table);
    drain(pages, 990);
    expect(drain(pages, 0)).toBe(1_000);
  });
});
