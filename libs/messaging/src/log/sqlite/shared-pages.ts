import type { LogTable } from '@salvatempo/store';
import type { Delivery } from '../event-log';

/** Messages that are read from the file at a time. */
const PAGE = 64;
/** Pages kept of a partition: what was appended last, and what somebody is behind with. So many that a burst's lists, which come later than its answers, needn't read it from the file again. */
const MAX_PAGES = 8;
/** A page of what was appended lately is followed by another one from this length on. */
const FULL_PAGE = 128;

/** Every message from an offset to its last one; never empty. Offsets of an append that failed may be missing among them. */
interface Page {
  readonly from: number;
  readonly entries: Delivery[];
}

const endOf = (entries: readonly Delivery[]): number => entries.at(-1)!.offset + 1;

/** Those from an offset on; looked for from their end, since nearly all groups stand near it. */
function since(entries: readonly Delivery[], from: number): readonly Delivery[] {
  let first = entries.length;
  while (first > 0 && entries[first - 1]!.offset >= from) first--;
  return entries.slice(first);
}

/** How a partition is named among those of all topics. */
export const placeOf = (topic: string, partition: number): string => `${topic}/${partition}`;

/** The newest pages of each partition, for all groups of the process, since each is given every message. */
export class SharedPages {
  /** Of each partition, the newest page first. */
  private readonly pages = new Map<string, readonly Page[]>();
  /** Offset after the last message of a partition, as far as this process knows. */
  private readonly ends = new Map<string, number>();

  constructor(private readonly log: LogTable) {}

  /** Messages from an offset on; none where that is the end. Throws StoreUnavailableError. */
  read(topic: string, partition: number, from: number): readonly Delivery[] {
    const place = placeOf(topic, partition);
    if (this.ends.get(place) === from) return [];
    const pages = this.pages.get(place) ?? [];
    const known = pages.find((page) => from >= page.from && from < endOf(page.entries));
    if (known) return since(known.entries, from);
    const entries = [...this.log.read(topic, partition, from, PAGE)];
    if (entries.length < PAGE) this.ends.set(place, entries.length === 0 ? from : endOf(entries));
    if (entries.length > 0) this.pages.set(place, [...pages.slice(0, MAX_PAGES - 1), { from, entries }]);
    return entries;
  }

  /** Something was appended by this process, each partition's in the order of its offsets: nobody has to read it from the file. */
  appended(entries: readonly Delivery[]): void {
    for (const entry of entries) {
      const place = placeOf(entry.topic, entry.partition);
      const pages = this.pages.get(place) ?? [];
      const [newest] = pages;
      if (newest && endOf(newest.entries) === entry.offset && newest.entries.length < FULL_PAGE) newest.entries.push(entry);
      else this.pages.set(place, [{ from: entry.offset, entries: [entry] }, ...pages].slice(0, MAX_PAGES));
      this.ends.set(place, entry.offset + 1);
    }
  }
}
