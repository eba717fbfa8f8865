import type { LogTable } from '@salvatempo/store';
import type { Delivery } from '../event-log';
import { SharedPages } from './shared-pages';

const entry = (offset: number): Delivery => ({ topic: 't', partition: 0, offset, key: 'k', value: `v${offset}` });

/** A partition of a log, and where it was read from. */
function logOf(length: number): { table: LogTable; append: (count: number) => Delivery[]; reads: number[] } {
  const entries = Array.from({ length }, (_, offset) => entry(offset));
  const reads: number[] = [];
  const read = (_topic: string, _partition: number, from: number, limit: number): Delivery[] => {
    reads.push(from);
    return entries.filter(({ offset }) => offset >= from).slice(0, limit);
  };
  const append = (count: number): Delivery[] => {
    const added = Array.from({ length: count }, (_, n) => entry(entries.length + n));
    entries.push(...added);
    return added;
  };
  return { table: { read } as unknown as LogTable, append, reads };
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

  it('show what this process appended, without a look at the file', () => {
    const { table, append, reads } = logOf(10);
    const pages = new SharedPages(table);
    drain(pages, 0);
    pages.appended(append(5));
    expect([drain(pages, 10), drain(pages, 12), drain(pages, 3)]).toEqual([15, 15, 15]);
    for (let n = 0; n < 40; n++) pages.appended(append(10));
    expect(drain(pages, 405)).toBe(415);
    expect(reads).toEqual([0]);
    expect(drain(pages, 15)).toBe(415);
  });

  it('lose and repeat nothing where a message was seen in the file before this process was told that it is there', () => {
    const { table, append } = logOf(10);
    const pages = new SharedPages(table);
    const added = append(3);
    expect(drain(pages, 5)).toBe(13);
    pages.appended(added);
    pages.appended(append(2));
    for (let from = 0; from <= 15; from++) expect(drain(pages, from)).toBe(15);
  });

  it('give every message from wherever a group stands, though an append that failed left a gap', () => {
    const offsets = [0, 1, 5, 6, 7, 8, 12];
    const read = (_topic: string, _partition: number, from: number): Delivery[] => offsets.filter((offset) => offset >= from).map(entry);
    for (const standing of [0, 1, 2, 6, 7, 8, 9, 13]) {
      const pages = new SharedPages({ read } as unknown as LogTable);
      pages.read('t', 0, 0);
      expect(pages.read('t', 0, standing).map(({ offset }) => offset)).toEqual(offsets.filter((offset) => offset >= standing));
    }
  });

  it('give a group that is far behind every message in order', () => {
    const { table } = logOf(1_000);
    const pages = new SharedPages(table);
    drain(pages, 990);
    expect(drain(pages, 0)).toBe(1_000);
  });
});
